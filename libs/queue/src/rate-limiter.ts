/** So many uses in so many seconds, counted from the first. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/**
 * A fixed-window rate limiter. Rules: counts together with every other process on the same Redis; where there is none, or it is
 * away or slow, each process counts for itself. Never rejects: to be unable to count is no reason to refuse.
 */
export interface RateLimiter {
  /**
   * Counts one use.
   *
   * @param key of the caller; neither a secret nor a name
   * @returns milliseconds until there is room again; 0 when this use was within the rate
   */
  use(key: string): Promise<number>;
}
