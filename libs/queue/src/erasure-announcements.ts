import { type Erased, type ErasureNews } from '#runtime';
import { type Broadcast, type OnError, type QueueBackend } from './queue-backend.js';

/** Journeys of one message: a notification in Postgres holds 8000 characters. */
const IDS_AT_ONCE = 200;

/** Cache invalidation: tells every process which journeys have been erased; carries ids only. */
export class ErasureAnnouncements implements ErasureNews {
  readonly #broadcast: Broadcast;
  readonly #listeners: ((journeys: Erased) => void)[] = [];
  #listening: Promise<void> | undefined;
  readonly #onError: OnError;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(backend: QueueBackend, onError: OnError) {
    this.#broadcast = backend.newBroadcast('erased');
    this.#onError = onError;
  }

  tell(journeys: readonly string[]): void {
    for (let i = 0; i < journeys.length; i += IDS_AT_ONCE) {
      const ids = journeys.slice(i, i + IDS_AT_ONCE).join(',');
      this.#sending = this.#sending.then(() => this.#broadcast.send(ids)).catch(this.#onError);
    }
  }

  async listen(erased: (journeys: Erased) => void): Promise<void> {
    this.#listeners.push(erased);
    const tell = (journeys: Erased): void => this.#listeners.forEach(listener => listener(journeys));
    this.#listening ??= this.#broadcast
      .listen(
        text => tell(text.split(',')),
        () => tell('all'),
      )
      .catch(this.#onError);
    await this.#listening;
  }

  /** What has been told goes out first. */
  async close(): Promise<void> {
    await this.#sending;
    await this.#broadcast.close();
  }
}
