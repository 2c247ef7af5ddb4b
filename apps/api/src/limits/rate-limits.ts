import { Inject, Injectable } from '@nestjs/common';
import { Metrics } from '#telemetry';
import { Queues, type RateLimiter } from '#queue';
import { EdgeError } from '../problem/edge-error.js';
import { LIMITS, type Limits, type RateName } from './limit-settings.js';

/** Rate limiting: the limits in force. Callers are named by pseudonyms of the day: nobody is known by what is counted. */
@Injectable()
export class RateLimits {
  readonly #limiters = new Map<RateName, RateLimiter>();

  constructor(
    private readonly queues: Queues,
    private readonly metrics: Metrics,
    @Inject(LIMITS) private readonly limits: Limits,
  ) {}

  /**
   * Counts a request against several limits of one caller.
   *
   * @throws EdgeError `too-many-requests`, when it is beyond one of them
   */
  async use(names: readonly RateName[], pseudonym: string): Promise<void> {
    const waits = await Promise.all(names.map(name => this.count(name, pseudonym)));
    const longest = Math.max(0, ...waits);
    if (longest > 0) this.refuse(names[waits.indexOf(longest)]!, longest);
  }

  /** @returns milliseconds until the caller is within the limit again; 0 when they are */
  async count(name: RateName, pseudonym: string): Promise<number> {
    return (await this.#limiter(name)?.use(pseudonym)) ?? 0;
  }

  /**
   * Refuses a caller who is beyond a limit (RFC 6585, section 4).
   *
   * @param wait milliseconds until trying again makes sense
   * @throws EdgeError `too-many-requests`
   */
  refuse(limit: keyof Limits, wait: number): never {
    this.metrics.limited.inc({ limit });
    const seconds = Math.max(1, Math.ceil(wait / 1_000));
    throw new EdgeError(
      'too-many-requests',
      `There have been too many requests of this kind. Try again in ${seconds} s.`,
      { headers: { 'Retry-After': String(seconds) } },
    );
  }

  #limiter(name: RateName): RateLimiter | undefined {
    const limit = this.limits[name];
    if (limit === 'off') return undefined;
    let limiter = this.#limiters.get(name);
    if (!limiter) {
      limiter = this.queues.backend.newRateLimiter(name, limit);
      this.#limiters.set(name, limiter);
    }
    return limiter;
  }
}
