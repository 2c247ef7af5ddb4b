import { type Announcer } from '#runtime';
import { type Broadcast, type OnError, type QueueBackend } from './queue-backend.js';

/** Journey ids are 36 characters, and a notification in Postgres holds 8000. */
const IDS_AT_ONCE = 200;

/**
 * Publish/subscribe, batched by turn of the event loop: tells every process that journeys have moved. Messages carry ids only.
 */
export class Announcements implements Announcer {
  readonly #broadcast: Broadcast;
  readonly #onError: OnError;
  readonly #listeners = new Map<string, Set<() => void>>();
  #listening: Promise<void> | undefined;
  #moved = new Set<string>();
  #sending: Promise<unknown> = Promise.resolve();

  constructor(backend: QueueBackend, onError: OnError) {
    this.#broadcast = backend.newBroadcast('journeys');
    this.#onError = onError;
  }

  announce(journeys: readonly string[]): void {
    if (this.#moved.size === 0 && journeys.length > 0) setImmediate(() => this.#send());
    for (const journey of journeys) this.#moved.add(journey);
  }

  /**
   * Calls `moved` when the journey may have moved; the journal says whether it has.
   *
   * @returns ends it
   */
  async listen(journey: string, moved: () => void): Promise<() => void> {
    const listeners = this.#listeners.get(journey) ?? new Set();
    this.#listeners.set(journey, listeners.add(moved));
    this.#listening ??= this.#broadcast.listen(
      text => text.split(',').forEach(id => this.#tell(id)),
      () => [...this.#listeners.keys()].forEach(id => this.#tell(id)),
    );
    await this.#listening.catch((error: Error) => {
      this.#listening = undefined;
      this.#onError(error);
    });
    return () => {
      listeners.delete(moved);
      if (listeners.size === 0 && this.#listeners.get(journey) === listeners) this.#listeners.delete(journey);
    };
  }

  /** What has been announced goes out first. */
  async close(): Promise<void> {
    this.#listeners.clear();
    this.#send();
    await this.#sending;
    await this.#broadcast.close();
  }

  #send(): void {
    const ids = [...this.#moved];
    this.#moved = new Set();
    for (let i = 0; i < ids.length; i += IDS_AT_ONCE) {
      const sent = this.#broadcast.send(ids.slice(i, i + IDS_AT_ONCE).join(',')).catch(this.#onError);
      this.#sending = Promise.all([this.#sending, sent]);
    }
  }

  #tell(journey: string): void {
    this.#listeners.get(journey)?.forEach(moved => moved());
  }
}
