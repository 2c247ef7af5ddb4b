import { type Clock, type Doorbell, type DueStore } from './ports.js';

export interface RelayOptions {
  /** Most dispatches of each authority, and most journeys with timers, rung in one round. */
  readonly limit?: number;
  /** Milliseconds until something rung is rung again, if it is still due then. */
  readonly ringAgainAfter?: number | undefined;
}

/**
 * Outbox relay (polling publisher): rings whatever Postgres says is due and nobody has done. It makes a queue that was emptied,
 * and a process that died between commit and ring, harmless.
 */
export class Relay {
  readonly #due: DueStore;
  readonly #doorbell: Doorbell;
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #ringAgainAfter: number;

  constructor(parts: { due: DueStore; doorbell: Doorbell; clock: Clock }, options: RelayOptions = {}) {
    this.#due = parts.due;
    this.#doorbell = parts.doorbell;
    this.#clock = parts.clock;
    this.#limit = options.limit ?? 1_000;
    this.#ringAgainAfter = options.ringAgainAfter ?? 30_000;
  }

  /**
   * Rings what is due.
   *
   * @returns whether anything was due, so that there may be more than one round could take
   * @throws RetryableError when the store or the queue is out of reach
   */
  async round(): Promise<boolean> {
    const now = this.#clock.now();
    const { dispatches, journeys } = await this.#due.due(now, now + this.#ringAgainAfter, this.#limit);
    if (dispatches.length > 0) await this.#doorbell.ring(dispatches);
    if (journeys.length > 0) await this.#doorbell.wake(journeys.map(journey => ({ journey })));
    return dispatches.length + journeys.length > 0;
  }
}
