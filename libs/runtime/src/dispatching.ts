import { addPeriod, dateAt, endOfDay } from '#calendar';
import type { ServiceCatalogue } from '#journey';
import type { Instant } from '#statechart';
import { InvariantError, RetryableError } from './errors.js';
import type { FreshDispatches } from './fresh-dispatches.js';
import type { JourneyRuntime } from './journey-runtime.js';
import { type DispatchRecord, DispatchStatus } from './journey-record.js';
import type { Alerts, AuthorityPort, AuthorityReply, Clock, DispatchStore } from './ports.js';
import { DEFAULT_RETRY_SCHEDULE, pauseBefore, type RetrySchedule } from './retry-schedule.js';

export interface DispatchingParts {
  readonly runtime: Pick<JourneyRuntime, 'settle'>;
  readonly dispatches: DispatchStore;
  /** What the runtime of the same process has committed. */
  readonly fresh?: FreshDispatches;
  readonly authorities: AuthorityPort;
  readonly catalogue: ServiceCatalogue;
  readonly alerts: Alerts;
  readonly clock: Clock;
}

/** `done`: nothing more to do for this ring. `again`: ring once more at that instant. */
export type Performed = { readonly kind: 'done' } | { readonly kind: 'again'; readonly at: Instant };

const DONE: Performed = { kind: 'done' };

/** How long to wait when the store is away just as an answer is to be settled; the authority will give the same answer again. */
const STORE_AWAY = 1_000;

/** The worker's work: do one dispatch and settle it. Doing it twice is safe: the authority has the id as idempotency key. */
export class Dispatching {
  readonly #parts: DispatchingParts;
  readonly #schedule: RetrySchedule;
  readonly #random: () => number;
  readonly #underWay = new Map<string, Promise<Performed>>();

  /** @param random in [0, 1), for the jitter of pauses */
  constructor(
    parts: DispatchingParts,
    schedule: RetrySchedule = DEFAULT_RETRY_SCHEDULE,
    random: () => number = Math.random,
  ) {
    this.#parts = parts;
    this.#schedule = schedule;
    this.#random = random;
  }

  /** Rung for again while it is under way here, it is done once. */
  perform(id: string, signal?: AbortSignal): Promise<Performed> {
    const underWay = this.#underWay.get(id);
    if (underWay) return underWay;
    const performing = this.#perform(id, signal).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, performing);
    return performing;
  }

  async #perform(id: string, signal: AbortSignal | undefined): Promise<Performed> {
    try {
      const { fresh, dispatches, clock } = this.#parts;
      const dispatch = fresh?.take(id, clock.now()) ?? (await dispatches.find(id));
      if (!dispatch || dispatch.status !== DispatchStatus.pending) return DONE;
      const reply = await this.#call(dispatch, signal);
      return reply.kind === 'again' ? reply : await this.#take(dispatch, reply);
    } catch (error) {
      if (error instanceof RetryableError) {
        return { kind: 'again', at: this.#parts.clock.now() + (error.retryAfter ?? STORE_AWAY) };
      }
      await this.#park(id, error);
      return DONE;
    }
  }

  async #call(
    dispatch: DispatchRecord,
    signal: AbortSignal | undefined,
  ): Promise<AuthorityReply | Extract<Performed, { kind: 'again' }>> {
    const { id, service, input } = dispatch;
    try {
      return await this.#parts.authorities.call({ dispatch: id, service, input }, signal);
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
      const pause = pauseBefore(this.#schedule, dispatch.attempt + 1, this.#random(), error.retryAfter);
      if (pause === undefined) {
        throw new InvariantError(
          'given-up',
          `given up after ${this.#schedule.attempts} attempts: ${error.message}`,
        );
      }
      const at = this.#parts.clock.now() + pause;
      await this.#parts.dispatches.postpone(id, { code: 'unreachable', message: error.message }, at);
      return { kind: 'again', at };
    }
  }

  async #take(dispatch: DispatchRecord, reply: AuthorityReply): Promise<Performed> {
    if (reply.kind === 'accepted') {
      await this.#parts.dispatches.accept(dispatch.id, this.#answerDue(dispatch));
    } else {
      await this.#parts.runtime.settle({ dispatch: dispatch.id, outcome: reply });
    }
    return DONE;
  }

  /** The authority's published maximum, counted from when it was asked: through the last day of it. */
  #answerDue(dispatch: DispatchRecord): Instant {
    const maximum = this.#parts.catalogue.service(dispatch.service)?.maximumTime;
    const asked = dateAt(dispatch.createdAt);
    return endOfDay(maximum === undefined ? asked : addPeriod(asked, maximum));
  }

  async #park(id: string, error: unknown): Promise<void> {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    const message = error instanceof Error ? error.message : String(error);
    await this.#parts.dispatches.park(id, { code, message });
    this.#parts.alerts.raise({ dispatch: id, code, message: `dispatch ${id} is parked: ${message}` });
  }
}
