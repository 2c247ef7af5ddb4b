import { type JobQueue, type OnError, type QueueBackend } from './queue-backend.js';

/** The queues of this process, each opened when it is first needed. */
export class Queues {
  readonly #open = new Map<string, Promise<JobQueue>>();
  readonly #onError: OnError;

  constructor(
    readonly backend: QueueBackend,
    onError: OnError,
  ) {
    this.#onError = onError;
  }

  /** @throws RetryableError while the backend is away */
  async get(name: string): Promise<JobQueue> {
    this.backend.requireReachable();
    let queue = this.#open.get(name);
    if (!queue) {
      queue = this.#openQueue(name);
      this.#open.set(name, queue);
      // One that was opened at the moment the backend went away would never work.
      queue.catch(() => this.#open.delete(name));
    }
    return queue;
  }

  async close(): Promise<void> {
    const queues = await Promise.allSettled(this.#open.values());
    this.#open.clear();
    for (const queue of queues) if (queue.status === 'fulfilled') await queue.value.close();
  }

  async #openQueue(name: string): Promise<JobQueue> {
    const queue = this.backend.newQueue(name);
    queue.on('error', this.#onError);
    await queue.waitUntilReady();
    return queue;
  }
}
