import { DelayedError } from 'bullmq';
import type { Performed } from '#runtime';
import { BoundedWorker } from './bounded-worker.js';
import type { OnError, QueueBackend } from './queue-backend.js';
import { dispatchQueue } from './queue-names.js';

/** Does one dispatch: calls the authority and settles what it says. Doing it twice is safe. */
export type Perform = (dispatch: string, signal?: AbortSignal) => Promise<Performed>;

export interface DispatchProcessorOptions {
  readonly authority: string;
  /** Dispatches to this authority under way at once in this process. */
  readonly concurrency: number;
  readonly perform: Perform;
  readonly onError: OnError;
}

/**
 * Works through the queue of one authority. A job is a dispatch's id; it stays open until the answer is committed, so
 * that a worker that dies leaves it to another. To try again later is no failure: the job waits until then.
 */
export class DispatchProcessor {
  readonly #worker: BoundedWorker;

  constructor(backend: QueueBackend, options: DispatchProcessorOptions) {
    const { authority, concurrency, perform, onError } = options;
    this.#worker = new BoundedWorker(
      backend,
      dispatchQueue(authority),
      async (job, token, signal) => {
        const performed = await perform(job.data.id, signal);
        if (performed.kind === 'done') return;
        await job.moveToDelayed(performed.at, token);
        throw new DelayedError();
      },
      { concurrency },
      onError,
    );
  }

  /** Resolves when it takes jobs. */
  ready(): Promise<void> {
    return this.#worker.ready();
  }

  /** Ends within `within` milliseconds and a little; see {@link BoundedWorker.close}. */
  close(within: number): Promise<void> {
    return this.#worker.close(within);
  }
}
