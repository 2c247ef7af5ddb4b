import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { type Rate, type RateLimiter } from './rate-limiter.js';

/** Fixed-window counter in the memory of this process alone. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #counter: RateLimiterAbstract;

  constructor({ points, seconds }: Rate) {
    this.#counter = new RateLimiterMemory({ points, duration: seconds });
  }

  use(key: string): Promise<number> {
    return waitAfter(this.#counter.consume(key));
  }
}

/** The counter rejects with what it counted when that was too much. */
export async function waitAfter(counted: Promise<RateLimiterRes>): Promise<number> {
  try {
    await counted;
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}
