import { type CalendarClock, type Pauses, type PauseStore } from '#runtime';
import { type Broadcast, type OnError } from './queue-backend.js';
import { dispatchQueue } from './queue-names.js';
import { type Queues } from './queues.js';

export interface AuthorityPausesParts {
  readonly queues: Queues;
  readonly store: PauseStore;
  /** The pauses as this process knows them. */
  readonly pauses: Pauses;
  readonly roles: readonly string[];
  readonly clock: CalendarClock;
  readonly onError: OnError;
}

/**
 * Reconciliation: pauses authorities, and roles. The store is the truth; the queue of a paused role stands still, and what is for a
 * paused authority in any other queue is not rung for, nor asked when it was. Queues and processes follow the store, and follow it
 * again after they have been emptied or have missed a word. Work under way is finished.
 */
export class AuthorityPauses {
  readonly #parts: AuthorityPausesParts;
  readonly #broadcast: Broadcast;

  constructor(parts: AuthorityPausesParts) {
    this.#parts = parts;
    this.#broadcast = parts.queues.backend.newBroadcast('paused');
  }

  /**
   * @param name an authority, or a role: then all who take it
   * @throws RetryableError when the store is out of reach. When only the queue is, the pause holds nonetheless:
   *   `follow` carries it out later.
   */
  async set(name: string, paused: boolean, reason: string, by: string): Promise<void> {
    const { store, clock, onError } = this.#parts;
    await store.set(name, paused, reason, by, clock.now());
    await this.#learn();
    await this.#apply(name, paused).catch(() => undefined);
    await this.#broadcast.send(name).catch(onError);
  }

  /** Learns at once of what another process sets. */
  async listen(): Promise<void> {
    const { onError } = this.#parts;
    const learn = (): Promise<unknown> => this.#learn().catch(onError);
    await this.#broadcast.listen(learn, learn).catch(onError);
    await learn();
  }

  /** Makes this process and every queue as the store says. To be called at the start and now and then. */
  async follow(): Promise<void> {
    const paused = await this.#learn();
    for (const role of this.#parts.roles) await this.#apply(role, paused.has(role));
  }

  async close(): Promise<void> {
    await this.#broadcast.close();
  }

  async #learn(): Promise<ReadonlySet<string>> {
    const paused = new Set((await this.#parts.store.paused()).map(({ authority }) => authority));
    this.#parts.pauses.follow(paused);
    return paused;
  }

  async #apply(name: string, paused: boolean): Promise<void> {
    if (!this.#parts.roles.includes(name)) return;
    const queue = await this.#parts.queues.get(dispatchQueue(name));
    if ((await queue.isPaused()) === paused) return;
    await (paused ? queue.pause() : queue.resume());
  }
}
