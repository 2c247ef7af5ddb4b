/** The queue of journeys that have a timer due. */
export const TIMERS = 'timers';

/** The queue of an authority's dispatches. */
export function dispatchQueue(authority: string): string {
  return `dispatch-${authority}`;
}

/** The queues of a system with these authorities. */
export function queueNames(authorities: readonly string[]): readonly string[] {
  return [...authorities.map(dispatchQueue), TIMERS];
}

/** What a job carries: ids of dispatches or journeys, and nothing else. */
export interface JobData {
  readonly ids: readonly string[];
}
