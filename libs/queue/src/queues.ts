import { type JobQueue, type QueueBackend } from './queue-backend.js';
import { TIMERS } from './queue-names.js';

/** The queues of this process, by name. */
export class Queues {
  readonly #queues: Map<string, JobQueue>;
  /** For health: rejects while the queues are out of reach. */
  readonly dependency = {
    name: 'queue',
    ask: async () => void (await (await this.get(TIMERS)).getJobCounts('wait')),
  };

  /** @param queues that are open already */
  constructor(
    readonly backend: QueueBackend,
    queues: Iterable<readonly [string, JobQueue]> = [],
  ) {
    this.#queues = new Map(queues);
  }

  /**
   * One that is not open yet is opened: of an authority that has left the catalogue there may still be dispatches.
   *
   * @throws RetryableError while the backend is away
   */
  async get(name: string): Promise<JobQueue> {
    this.backend.requireReachable();
    const queue = this.#queues.get(name) ?? this.backend.newQueue(name);
    this.#queues.set(name, queue);
    return queue;
  }

  async close(): Promise<void> {
    for (const queue of this.#queues.values()) await queue.close();
  }
}
