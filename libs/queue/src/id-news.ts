import { type ErasureNews, type SessionNews } from '#runtime';
import { type Broadcast, type OnError, type QueueBackend, type Topic } from './queue-backend.js';

/** Ids of one message: a notification in Postgres holds 8000 characters. */
const IDS_AT_ONCE = 200;

/** Cache invalidation: tells every process what is over, journeys that were erased or sessions that were ended; carries ids only. */
export class IdNews implements ErasureNews, SessionNews {
  readonly #broadcast: Broadcast;
  readonly #listeners: ((ids: readonly string[] | 'all') => void)[] = [];
  #listening: Promise<void> | undefined;
  readonly #onError: OnError;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(backend: QueueBackend, topic: Topic, onError: OnError) {
    this.#broadcast = backend.newBroadcast(topic);
    this.#onError = onError;
  }

  tell(all: readonly string[]): void {
    for (let i = 0; i < all.length; i += IDS_AT_ONCE) {
      const ids = all.slice(i, i + IDS_AT_ONCE).join(',');
      this.#sending = this.#sending.then(() => this.#broadcast.send(ids)).catch(this.#onError);
    }
  }

  async listen(heard: (ids: readonly string[] | 'all') => void): Promise<void> {
    this.#listeners.push(heard);
    const tell = (ids: readonly string[] | 'all'): void => this.#listeners.forEach(listener => listener(ids));
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
