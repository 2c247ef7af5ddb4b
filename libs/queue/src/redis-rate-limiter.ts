import { RateLimiterRedis, RLWrapperTimeouts } from 'rate-limiter-flexible';
import { MemoryRateLimiter, waitAfter } from './memory-rate-limiter.js';
import { type Rate, type RateLimiter } from './rate-limiter.js';
import { type RedisClient } from './redis-connection.js';

/** Milliseconds that a request waits for Redis, before it is counted here. */
const PATIENCE = 250;

/** Fixed-window counter in Redis, Valkey or a Redis Cluster: a key for each window, which it forgets at the window's end. */
export class RedisRateLimiter implements RateLimiter {
  readonly #counter: RLWrapperTimeouts;
  readonly #insurance: MemoryRateLimiter;

  /** @param name first part of its keys */
  constructor(client: RedisClient, name: string, rate: Rate) {
    this.#insurance = new MemoryRateLimiter(rate);
    this.#counter = new RLWrapperTimeouts({
      limiter: new RateLimiterRedis({
        storeClient: client,
        keyPrefix: name,
        points: rate.points,
        duration: rate.seconds,
        rejectIfRedisNotReady: true,
        // Whoever is beyond the limit is told so from memory until the window ends.
        inMemoryBlockOnConsumed: rate.points + 1,
      }),
      timeoutMs: PATIENCE,
    });
  }

  async use(key: string): Promise<number> {
    try {
      return await waitAfter(this.#counter.consume(key));
    } catch {
      return this.#insurance.use(key);
    }
  }
}
