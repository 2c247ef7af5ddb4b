export interface RetrySchedule {
  /** First pause, in milliseconds; doubled at each further attempt. */
  readonly first: number;
  /** Longest pause, in milliseconds. */
  readonly longest: number;
  /** Milliseconds for which it is tried at least, however short the authority's published maximum time is. */
  readonly atLeast: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Default schedule: three times an hour, for a day at least. Planned downtime, a night and most outages end by themselves
 * meanwhile.
 */
export const DEFAULT_RETRY_SCHEDULE: RetrySchedule = {
  first: 2 * SECOND,
  longest: 20 * MINUTE,
  atLeast: 24 * HOUR,
};

/** Caps a `Retry-After`, in milliseconds: an authority that says "next year" is asked again in an hour. */
export function capRetryAfter(retryAfter = 0): number {
  return Math.min(retryAfter, HOUR);
}

/**
 * Exponential back-off with full jitter above half of it, so that dispatches which failed together do not return together; not
 * sooner than the authority's `Retry-After`, up to an hour.
 *
 * @param attempt number of the attempt that has just failed, from 1
 * @param random in [0, 1)
 */
export function backoffDelay(
  schedule: RetrySchedule,
  attempt: number,
  random: number,
  retryAfter?: number,
): number {
  const exponential = Math.min(schedule.longest, schedule.first * 2 ** (attempt - 1));
  return Math.max(capRetryAfter(retryAfter), Math.round(exponential * (0.5 + random / 2)));
}
