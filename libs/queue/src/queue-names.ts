/** The queue of journeys that have a timer due. */
export const TIMERS = 'timers';

/** The queue of the dispatches of a role, to whichever authority. */
export function dispatchQueue(role: string): string {
  return `dispatch-${role}`;
}

/** The queues of a system with these roles. */
export function queueNames(roles: readonly string[]): readonly string[] {
  return [...roles.map(dispatchQueue), TIMERS];
}

/** What a job carries: ids of dispatches or journeys, and nothing else. */
export interface JobData {
  readonly ids: readonly string[];
}
