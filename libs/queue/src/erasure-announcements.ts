import { type ErasureNews } from '#runtime';
import { type Broadcast, type OnError, type QueueBackend } from './queue-backend.js';

/** Journeys of one message: a notification in Postgres holds 8000 characters. */
const IDS_AT_ONCE = 200;

/** Cache invalidation: tells every process which journeys have been erased; carries ids only. */
export class ErasureAnnouncements implements ErasureNews {
  readonly #broadcast: Broadcast;
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

  /** Calls `erased` with the journeys, or with `all` when some may have been missed. */
  async listen(erased: (journeys: readonly string[] | 'all') => void): Promise<void> {
    await this.#broadcast
      .listen(
        text => erased(text.split(',')),
        () => erased('all'),
      )
      .catch(this.#onError);
  }

  /** What has been told goes out first. */
  async close(): Promise<void> {
    await this.#sending;
    await this.#broadcast.close();
  }
}
