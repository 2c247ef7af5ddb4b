import { type CalendarClock, type Doorbell, type DueStore, type WallClock } from './ports.js';

export interface RelayParts {
  readonly due: DueStore;
  readonly doorbell: Doorbell;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/** Most dispatches of each authority, and most journeys with timers, rung in one round. */
const LIMIT = 1_000;

/**
 * Outbox relay (polling publisher): rings whatever Postgres says is due and nobody has done. It makes a queue that was emptied,
 * and a process that died between commit and ring, harmless.
 */
export class Relay {
  readonly #parts: RelayParts;
  readonly #ringAgainAfter: number;

  /** @param ringAgainAfter milliseconds until something rung is rung again, if it is still due then */
  constructor(parts: RelayParts, ringAgainAfter = 30_000) {
    this.#parts = parts;
    this.#ringAgainAfter = ringAgainAfter;
  }

  /**
   * Rings what is due.
   *
   * @returns whether anything was due, so that there may be more than one round could take
   * @throws RetryableError when the store or the queue is out of reach
   */
  async round(): Promise<boolean> {
    const { due, doorbell, calendar, wall } = this.#parts;
    const [now, today] = [wall.now(), calendar.now()];
    const [dispatches, journeys] = await Promise.all([
      due.dispatches(now, now + this.#ringAgainAfter, LIMIT),
      due.journeys(today, today + this.#ringAgainAfter, LIMIT),
    ]);
    if (dispatches.length > 0) await doorbell.ring(dispatches);
    if (journeys.length > 0) await doorbell.wake(journeys.map(journey => ({ journey })));
    return dispatches.length + journeys.length > 0;
  }
}
