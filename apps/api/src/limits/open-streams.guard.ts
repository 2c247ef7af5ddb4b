import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { bearerOf } from '#identity';
import { RetryableError } from '#runtime';
import { type KnownRequest } from '../access/calling.js';
import { LIMITS, type Limits } from './limit-settings.js';
import { RateLimits } from './rate-limits.js';

/** Milliseconds: nobody knows when a stream will end. */
const A_WHILE = 10_000;

/**
 * Concurrency quotas of event streams that are open at once: each holds a connection and reads its journey at every move. They are of this process,
 * whose memory and connections they are to save; a person has theirs at each process.
 */
@Injectable()
export class OpenStreamsGuard implements CanActivate {
  readonly #open = new Map<string, number>();

  constructor(
    private readonly rates: RateLimits,
    @Inject(LIMITS) private readonly limits: Limits,
  ) {}

  canActivate(context: ExecutionContext): true {
    const http = context.switchToHttp();
    const { caller, params } = http.getRequest<KnownRequest>();
    const person = caller ? bearerOf(caller) : '';
    const quotas = [
      ['streamsOfProcess', '', this.limits.streamsOfProcess],
      ['streamsOfPerson', person, this.limits.streamsOfPerson],
      ['streamsOfJourney', `${person} ${String(params['journey'])}`, this.limits.streamsOfJourney],
    ] as const;
    for (const [limit, holder, most] of quotas) {
      if ((this.#open.get(holder) ?? 0) < most) continue;
      // That all streams together are too many is not this caller's doing.
      if (holder === '') throw new RetryableError(`${most} event streams are open`, { retryAfter: A_WHILE });
      this.rates.refuse(limit, A_WHILE);
    }
    const holders = quotas.map(([, holder]) => holder);
    this.#hold(holders, 1);
    const response = http.getResponse<Response>();
    const leave = (): void => this.#hold(holders, -1);
    if (response.closed) leave();
    else response.once('close', leave);
    return true;
  }

  #hold(holders: readonly string[], change: number): void {
    for (const holder of holders) {
      const count = (this.#open.get(holder) ?? 0) + change;
      if (count > 0) this.#open.set(holder, count);
      else this.#open.delete(holder);
    }
  }
}
