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

/** Three times an hour, for a day at least: planned downtime, a night and most outages end by themselves meanwhile. */
export const DEFAULT_RETRY_SCHEDULE: RetrySchedule = {
  first: 2 * SECOND,
  longest: 20 * MINUTE,
  atLeast: 24 * HOUR,
};

/** A `Retry-After` in milliseconds as far as it is believed: an authority that says "next year" is asked again in an hour. */
export function believed(retryAfter = 0): number {
  return Math.min(retryAfter, HOUR);
}

/**
 * How long to wait before the next attempt.
 *
 * Exponential back-off with full jitter above half of it, so that those who failed together do not return together;
 * not sooner than the authority's `Retry-After`, up to an hour.
 *
 * @param attempt number of the attempt that has just failed, from 1
 * @param random in [0, 1)
 */
export function pauseBefore(
  schedule: RetrySchedule,
  attempt: number,
  random: number,
  retryAfter?: number,
): number {
  const exponential = Math.min(schedule.longest, schedule.first * 2 ** (attempt - 1));
  return Math.max(believed(retryAfter), Math.round(exponential * (0.5 + random / 2)));
}
