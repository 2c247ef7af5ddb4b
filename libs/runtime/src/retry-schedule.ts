export interface RetrySchedule {
  /** First pause, in milliseconds; doubled at each further attempt. */
  readonly first: number;
  /** Longest pause, in milliseconds. */
  readonly longest: number;
  /** Attempts before it is given up. */
  readonly attempts: number;
}

/** Twelve attempts over about four hours: longer than most outages, shorter than an office day. */
export const DEFAULT_RETRY_SCHEDULE: RetrySchedule = { first: 1_000, longest: 3_600_000, attempts: 12 };

/**
 * How long to wait before the next attempt, or undefined when `attempt` was the last.
 *
 * Exponential back-off with full jitter above half of it, so that those who failed together do not return together;
 * never sooner than the authority's `Retry-After`.
 *
 * @param attempt number of the attempt that has just failed, from 1
 * @param random in [0, 1)
 */
export function pauseBefore(
  schedule: RetrySchedule,
  attempt: number,
  random: number,
  retryAfter = 0,
): number | undefined {
  if (attempt >= schedule.attempts) return undefined;
  const exponential = Math.min(schedule.longest, schedule.first * 2 ** (attempt - 1));
  return Math.max(retryAfter, Math.round(exponential * (0.5 + random / 2)));
}
