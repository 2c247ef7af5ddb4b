/** The queue of journeys that have a timer due. */
export const TIMERS = 'timers';

/** The queue of an authority's dispatches. */
export function dispatchQueue(authority: string): string {
  return `dispatch-${authority}`;
}

/** What a job carries: the id of a dispatch or a journey, and nothing else. */
export interface JobData {
  readonly id: string;
}
