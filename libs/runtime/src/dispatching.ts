import { addPeriod, dateAt, endOfDay, iso } from '#calendar';
import { type ServiceCatalogue } from '#journey';
import { type Instant, type Json } from '#statechart';
import { CircuitBreaker } from './circuit-breaker.js';
import { RetryableError, UnreachableError } from './errors.js';
import { type RecentDispatches } from './recent-dispatches.js';
import { type JourneyRuntime } from './journey-runtime.js';
import { type DispatchRecord, DispatchStatus } from './journey-record.js';
import { type SecondChannels } from './mailbox/second-channels.js';
import { deliveryInput } from './mailbox/delivery-input.js';
import { isDelivery } from './mailbox/message-number.js';
import {
  type Alerts,
  type AuthorityPort,
  type AuthorityReply,
  type CalendarClock,
  type DispatchStore,
  type MessageStore,
  type WallClock,
} from './ports.js';
import { type Pauses } from './pauses.js';
import { officeOf, roleOf } from './role-of.js';
import { capRetryAfter, DEFAULT_RETRY_SCHEDULE, backoffDelay, type RetrySchedule } from './retry-schedule.js';

export interface DispatchingParts {
  readonly runtime: Pick<JourneyRuntime, 'settle'>;
  readonly dispatches: DispatchStore;
  readonly messages: Pick<MessageStore, 'address'>;
  /** What the runtime of the same process has committed. */
  readonly recent?: RecentDispatches;
  /** Which authorities are not to be asked. */
  readonly paused?: Pauses;
  readonly authorities: AuthorityPort;
  /** Who is told of a delivery besides; nobody when absent. */
  readonly secondChannels?: Pick<SecondChannels, 'tell'>;
  readonly catalogue: Pick<ServiceCatalogue, 'service'>;
  readonly alerts: Alerts;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/** Result of a job. `done`: nothing more to do for this ring. `again`: ring once more at that instant. */
export type Performed = { readonly kind: 'done' } | { readonly kind: 'again'; readonly at: Instant };

const DONE: Performed = { kind: 'done' };

/** How long to wait when the store is away just as an answer is to be settled; the authority will give the same answer again. */
const STORE_AWAY = 1_000;

/** Code of the last failure of what waits for an authority, and of what was given up for that. */
const UNREACHABLE = 'unreachable';

/** Rate at which dispatches that waited for an authority are rung for once it is back. */
export const RINGS_A_SECOND = 50;

/**
 * Outbox processor: performs one dispatch and settles it, with retries, a circuit breaker (decisions/0008) and a dead-letter
 * state (parked). At-least-once; the dispatch id is the idempotency key, so that doing it twice has one effect.
 */
export class Dispatching {
  readonly #parts: DispatchingParts;
  readonly #schedule: RetrySchedule;
  readonly #random: () => number;
  readonly #breaker: CircuitBreaker;
  readonly #inFlight = new Map<string, Promise<Performed>>();

  /** @param random in [0, 1), for the jitter of pauses */
  constructor(
    parts: DispatchingParts,
    schedule: RetrySchedule = DEFAULT_RETRY_SCHEDULE,
    random: () => number = Math.random,
  ) {
    this.#parts = parts;
    this.#schedule = schedule;
    this.#random = random;
    this.#breaker = new CircuitBreaker(random);
  }

  /** Rung for again while it is under way here, it is done once. */
  perform(id: string, signal?: AbortSignal): Promise<Performed> {
    const inFlight = this.#inFlight.get(id);
    if (inFlight) return inFlight;
    const performing = this.#perform(id, signal).finally(() => this.#inFlight.delete(id));
    this.#inFlight.set(id, performing);
    return performing;
  }

  async #perform(id: string, signal: AbortSignal | undefined): Promise<Performed> {
    try {
      const { recent, dispatches, paused, wall } = this.#parts;
      const dispatch = recent?.take(id, wall.now()) ?? (await dispatches.find(id));
      if (!dispatch || dispatch.status !== DispatchStatus.pending) return DONE;
      // It was rung for before its authority was paused: the relay rings once that is asked again.
      if (paused?.holds(dispatch)) return DONE;
      const later = this.#breaker.holdBack(dispatch, wall.now());
      return await (later === undefined ? this.#ask(dispatch, signal) : this.#defer(dispatch, later));
    } catch (error) {
      if (error instanceof RetryableError) {
        return { kind: 'again', at: this.#parts.wall.now() + (error.retryAfter ?? STORE_AWAY) };
      }
      await this.#park(id, error);
      return DONE;
    }
  }

  async #ask(dispatch: DispatchRecord, signal: AbortSignal | undefined): Promise<Performed> {
    const { id, authority, service } = dispatch;
    const message = isDelivery(dispatch) ? await this.#messageOf(dispatch) : undefined;
    const input = isDelivery(dispatch) ? deliveryOf(message) : dispatch.input;
    // Its journey has been erased, and the message with it.
    if (input === undefined) return DONE;
    let reply: AuthorityReply;
    try {
      reply = await this.#parts.authorities.call({ dispatch: id, service, authority, input }, signal);
    } catch (error) {
      if (error instanceof UnreachableError) return this.#unreachable(dispatch, error);
      this.#breaker.undecided(dispatch, this.#parts.wall.now());
      if (error instanceof RetryableError) return this.#postpone(dispatch, error);
      throw error;
    }
    const down = this.#breaker.succeeded(dispatch);
    if (down) this.#isBack(dispatch, down.told);
    const taken = await this.#take(dispatch, reply);
    if (message && reply.kind !== 'refused') {
      await this.#parts.secondChannels?.tell(message.person, message.language, dispatch);
    }
    return taken;
  }

  /** Its message, in the language that its recipient wishes when it is first sent. */
  #messageOf({ journey, seq }: DispatchRecord): ReturnType<MessageStore['address']> {
    return this.#parts.messages.address(journey, -seq);
  }

  async #take(dispatch: DispatchRecord, reply: AuthorityReply): Promise<Performed> {
    if (reply.kind === 'accepted') {
      const due =
        endOfMaximum(dispatch.createdAt, this.#maximumOf(dispatch)) ?? endOfDay(dateAt(dispatch.createdAt));
      await this.#parts.dispatches.accept(dispatch.id, due);
    } else {
      await this.#parts.runtime.settle({
        dispatch: dispatch.id,
        outcome: reply,
        authority: dispatch.authority,
      });
    }
    return DONE;
  }

  #unreachable(dispatch: DispatchRecord, error: UnreachableError): Promise<Performed> {
    const { authority } = dispatch;
    const { wall, alerts } = this.#parts;
    if (this.#breaker.failed(dispatch, wall.now(), capRetryAfter(error.retryAfter))) {
      const message = `${officeOf(dispatch)} is down: ${error.message}; what is asked of it waits until it answers`;
      alerts.raise({ authority, code: 'authority-down', message });
    }
    return this.#postpone(dispatch, error, this.#breaker.afterProbe(dispatch));
  }

  /** All that waited for it is rung for, in whichever process it was put off; should the store be away, it comes by itself. */
  #isBack({ service, authority }: DispatchRecord, told: boolean): void {
    const { dispatches, alerts, wall } = this.#parts;
    const message = `${officeOf({ service, authority })} answers again; what has waited for it is asked now`;
    if (told) alerts.raise({ authority, code: 'authority-back', message });
    dispatches
      .ringAll({ role: roleOf(service), authority }, wall.now(), RINGS_A_SECOND)
      .catch(() => undefined);
  }

  /** It was asked in vain, and is asked again unless that has gone on for too long. */
  async #postpone(dispatch: DispatchRecord, error: RetryableError, afterProbe?: Instant): Promise<Performed> {
    const { id, attempt } = dispatch;
    const { wall, dispatches } = this.#parts;
    const failure = { code: UNREACHABLE, message: error.message };
    const at =
      afterProbe ?? wall.now() + backoffDelay(this.#schedule, attempt + 1, this.#random(), error.retryAfter);
    await dispatches.postpone(id, failure, at);
    if (this.#isOver(dispatch)) return this.#giveUp(dispatch, attempt + 1, error.message);
    return { kind: 'again', at: afterProbe !== undefined && this.#isUp(dispatch) ? wall.now() : at };
  }

  /** It is not asked, and has no attempt less for it. It need not wait in the queue: the relay rings when it is time. */
  async #defer(dispatch: DispatchRecord, at: Instant): Promise<Performed> {
    const message = `${officeOf(dispatch)} is down, and was not asked`;
    if (this.#isOver(dispatch)) return this.#giveUp(dispatch, dispatch.attempt, message);
    await this.#parts.dispatches.defer(dispatch.id, { code: UNREACHABLE, message }, at);
    return this.#isUp(dispatch) ? { kind: 'again', at: this.#parts.wall.now() } : DONE;
  }

  /** Lost wake-up: an authority that came back while one was being put off could not find it among those to be rung for. */
  #isUp(dispatch: DispatchRecord): boolean {
    return this.#breaker.afterProbe(dispatch) === undefined;
  }

  /**
   * Whether it has been tried for as long as the authority's published maximum time, and for as long as the schedule says: by the
   * calendar since the journey asked, by the wall clock since ops reopened it.
   */
  #isOver(dispatch: DispatchRecord): boolean {
    const { calendar, wall } = this.#parts;
    const { createdAt, reopenedAt } = dispatch;
    const [since, now] = reopenedAt === undefined ? [createdAt, calendar.now()] : [reopenedAt, wall.now()];
    const maximum = endOfMaximum(since, this.#maximumOf(dispatch)) ?? since;
    return now >= Math.max(maximum, since + this.#schedule.atLeast);
  }

  /** An alert is raised for an authority that is down, and not for each that it leaves behind. */
  async #giveUp(dispatch: DispatchRecord, attempts: number, cause: string): Promise<Performed> {
    const { id, createdAt, reopenedAt } = dispatch;
    const since = `${iso(reopenedAt ?? createdAt).slice(0, 16)}Z`;
    const message = `given up after ${attempts} attempts since ${since}: ${cause}`;
    await this.#parts.dispatches.park(id, { code: UNREACHABLE, message });
    if (this.#isUp(dispatch)) this.#alert(id, 'given-up', message);
    return DONE;
  }

  #maximumOf({ service }: DispatchRecord): string | undefined {
    return this.#parts.catalogue.service(service)?.maximumTime;
  }

  async #park(id: string, error: unknown): Promise<void> {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    const message = error instanceof Error ? error.message : String(error);
    await this.#parts.dispatches.park(id, { code, message });
    this.#alert(id, code, message);
  }

  #alert(dispatch: string, code: string, message: string): void {
    this.#parts.alerts.raise({ dispatch, code, message: `dispatch ${dispatch} is parked: ${message}` });
  }
}

/** An authority's published maximum time, counted from when it was asked: through the last day of it. */
function endOfMaximum(asked: Instant, maximum: string | undefined): Instant | undefined {
  return maximum === undefined ? undefined : endOfDay(addPeriod(dateAt(asked), maximum));
}

/** What a message says; undefined when it has gone. */
function deliveryOf(message: Awaited<ReturnType<MessageStore['address']>>): Json | undefined {
  return message?.content && deliveryInput({ ...message, content: message.content }, message.language);
}
