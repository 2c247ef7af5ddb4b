import { setTimeout as pause } from 'node:timers/promises';
import { iso } from '#calendar';
import { type DueStore, type JourneyRuntime, type Outlook, RetryableError, type WallClock } from '#runtime';
import { type Instant } from '#statechart';
import { type MovableClock } from './movable-clock.js';

/** The simulated authorities, as far as they move by themselves. */
export interface Outside {
  /** When the next late answer or report is due, by calendar time. */
  next(): Instant | undefined;
  /** Gives the next late answer or report that is due. False when none is. */
  giveNext(): boolean;
  /** Messages on their way to us, and how many were ever sent. */
  traffic(): { readonly underWay: number; readonly begun: number };
}

export interface TimeAdvanceParts {
  readonly clock: MovableClock;
  readonly wall: WallClock;
  readonly due: Pick<DueStore, 'outlook' | 'journeys'>;
  readonly runtime: Pick<JourneyRuntime, 'wake'>;
  readonly outside: Outside;
}

/** Milliseconds between two looks at whether everything is at rest. */
const LOOK = 10;
/** Milliseconds of wall time: what waits longer for its next attempt does not keep calendar time from going on. */
const SOON = 5_000;
/** Milliseconds of wall time after which what still moves is named, and calendar time stays where it is. */
const PATIENCE = 60_000;
/** Milliseconds of calendar time for which no relay rings for the timers that are due where it stands. */
const LEASE = 30_000;
/** So many timers at one instant mean a journey that runs in a circle. */
const MOST_AT_ONCE = 2_000;

/**
 * *Next-event time advance* (discrete-event simulation): calendar time goes from one instant at which something is due to the next,
 * and stands at each until the system is quiescent, so that everything happens at the instant at which it is due, and in that order.
 */
export class TimeAdvance {
  readonly #parts: TimeAdvanceParts;
  #moving: Promise<unknown> = Promise.resolve();

  constructor(parts: TimeAdvanceParts) {
    this.#parts = parts;
  }

  /** The instant at which something happens by itself next; undefined when only somebody's act can move anything. */
  async next(): Promise<Instant | undefined> {
    const { due, wall, outside } = this.#parts;
    const { timer } = await due.outlook(wall.now());
    const instants = [timer?.due, outside.next()].filter(instant => instant !== undefined);
    return instants.length > 0 ? Math.min(...instants) : undefined;
  }

  /** Waits until nothing is in flight. */
  settle(): Promise<void> {
    return this.#alone(() => this.#rest());
  }

  /**
   * Moves to an instant. Moves are made one after the other.
   *
   * @returns the instants at which something was due on the way, each once
   * @throws RangeError for an instant that has passed
   * @throws RetryableError when something does not come to rest; calendar time then stays where it has come to
   */
  to(instant: Instant): Promise<readonly Instant[]> {
    return this.#standing(() => this.#walk(instant));
  }

  /** Moves to the instant at which something happens by itself next; nowhere when there is none. */
  toNext(): Promise<readonly Instant[]> {
    return this.#standing(async () => {
      const next = await this.next();
      return next === undefined ? [] : this.#walk(Math.max(next, this.#parts.clock.now()));
    });
  }

  /** Lets the clock stand where it is until all is quiet, and go on after the move if it went before. */
  #standing<T>(move: () => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      const { clock } = this.#parts;
      const stood = clock.stands;
      clock.stand();
      try {
        await this.#rest();
        return await move();
      } finally {
        if (!stood) clock.goOn();
      }
    });
  }

  async #walk(instant: Instant): Promise<readonly Instant[]> {
    const { clock } = this.#parts;
    const stops = new Set<Instant>();
    for (let next = await this.next(); next !== undefined && next <= instant; next = await this.next()) {
      await this.#arrive(Math.max(next, clock.now()));
      stops.add(clock.now());
      await this.#rest();
    }
    clock.standAt(instant);
    return [...stops];
  }

  /** Takes the timers that are due then from the relay, which would fire several of a journey at once. */
  async #arrive(instant: Instant): Promise<void> {
    const { clock, due } = this.#parts;
    await due.journeys(instant, instant + LEASE, MOST_AT_ONCE);
    clock.standAt(instant);
  }

  /** Lets happen what is due: a timer, then the late answers one after the other, then the next timer. */
  async #rest(): Promise<void> {
    const { clock, runtime, outside } = this.#parts;
    for (let fired = 0; fired < MOST_AT_ONCE; fired += 1) {
      const timer = await this.#quiet();
      const elapsed = timer !== undefined && timer.due <= clock.now();
      if (elapsed) await runtime.wake(timer.journey, 1);
      let answers = 0;
      for (await this.#quiet(); outside.giveNext(); await this.#quiet()) answers += 1;
      if (!elapsed && answers === 0) return;
    }
    throw new RetryableError(`time stands still at ${iso(clock.now())}: a journey runs in a circle there`);
  }

  /** Waits until nothing is in flight. Gives the next timer. */
  async #quiet(): Promise<Outlook['timer']> {
    const { due, wall, outside } = this.#parts;
    for (const since = wall.now(); ; await pause(LOOK)) {
      const before = outside.traffic();
      const { asked, timer } = await due.outlook(wall.now() + SOON);
      const { underWay, begun } = outside.traffic();
      // Double-collect snapshot: nothing was on its way while it was looked at who is asked, so both were quiet at once.
      if (asked.length === 0 && before.underWay === 0 && underWay === 0 && begun === before.begun)
        return timer;
      if (wall.now() > since + PATIENCE) throw restless(asked, underWay);
    }
  }

  #alone<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#moving.then(act);
    this.#moving = done.catch(() => undefined);
    return done;
  }
}

function restless(asked: readonly string[], underWay: number): RetryableError {
  const authorities =
    asked.length > 0 ? `${asked.join(', ')} ${asked.length > 1 ? 'are' : 'is'} still asked` : '';
  const messages = underWay > 0 ? `${underWay} messages of authorities are still on their way` : '';
  return new RetryableError([authorities, messages].filter(Boolean).join(', and '));
}
