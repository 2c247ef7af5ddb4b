import { type CalendarClock, type PauseStore } from '#runtime';
import { dispatchQueue } from './queue-names.js';
import { type Queues } from './queues.js';

/**
 * Reconciliation: pauses authorities. The store is the truth; queues follow it, and follow it again after they have been emptied.
 * Work under way is finished; what is rung meanwhile waits.
 */
export class AuthorityPauses {
  readonly #queues: Queues;
  readonly #store: PauseStore;
  readonly #authorities: readonly string[];
  readonly #clock: CalendarClock;

  constructor(queues: Queues, store: PauseStore, authorities: readonly string[], clock: CalendarClock) {
    this.#queues = queues;
    this.#store = store;
    this.#authorities = authorities;
    this.#clock = clock;
  }

  /**
   * @throws RetryableError when the store is out of reach. When only the queue is, the pause holds nonetheless:
   *   `follow` carries it out later.
   */
  async set(authority: string, paused: boolean, reason: string, by: string): Promise<void> {
    await this.#store.set(authority, paused, reason, by, this.#clock.now());
    await this.#apply(authority, paused).catch(() => undefined);
  }

  /** Makes every queue as the store says. To be called at the start and now and then. */
  async follow(): Promise<void> {
    const paused = new Set((await this.#store.paused()).map(({ authority }) => authority));
    for (const authority of this.#authorities) await this.#apply(authority, paused.has(authority));
  }

  async #apply(authority: string, paused: boolean): Promise<void> {
    const queue = await this.#queues.get(dispatchQueue(authority));
    if ((await queue.isPaused()) === paused) return;
    await (paused ? queue.pause() : queue.resume());
  }
}
