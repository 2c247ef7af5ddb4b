import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job } from 'bullmq';
import { type JobWorker, type OnError, type QueueBackend } from './queue-backend.js';
import { type JobData } from './queue-names.js';

/**
 * A job is gone once it is done, however it went, so that the same dispatch can be rung for again. The worker says so and not
 * each job: a job whose every field is of 64 bytes at most is held by Redis as a list, which costs it less than a table.
 */
const GONE_WHEN_DONE = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } } as const;

/** How long those that were told to stop may take to do so. */
const LAST_MOMENT = 1_000;

export interface BoundedWorkerOptions {
  /** Jobs under way at once. */
  readonly concurrency: number;
  /** Milliseconds that a job stays with a worker that has died, or does not get to say that it lives. Default 15 s. */
  readonly lock?: number | undefined;
}

/** Does a job, or stops doing it when the signal says so. */
export type Work = (job: Job<JobData, void>, token: string | undefined, signal: AbortSignal) => Promise<void>;

/** A worker that says what fails, and ends within a bound. */
export class BoundedWorker {
  readonly #worker: JobWorker;
  /** One for all jobs: BullMQ would make one for each. */
  readonly #stop = new AbortController();

  constructor(
    backend: QueueBackend,
    readonly queue: string,
    work: Work,
    { concurrency, lock = 15_000 }: BoundedWorkerOptions,
    onError: OnError,
  ) {
    // Every call under way listens to it.
    setMaxListeners(0, this.#stop.signal);
    // A worker that dies holds its jobs until their lock has run out and another worker has looked for such.
    const stalling = { lockDuration: lock, stalledInterval: Math.ceil(lock / 3), maxStalledCount: 5 };
    this.#worker = backend.newWorker(queue, (job, token) => work(job, token, this.#stop.signal), {
      concurrency,
      ...stalling,
      ...GONE_WHEN_DONE,
    });
    this.#worker.on('error', onError);
    this.#worker.on('failed', (job, error) => {
      onError(new Error(`job ${job?.id ?? '?'} of ${queue} failed: ${error.message}`, { cause: error }));
    });
  }

  /** Resolves when it takes jobs. */
  async ready(): Promise<void> {
    await this.#worker.waitUntilReady();
  }

  /**
   * Takes no more jobs and waits for those under way. After `within` milliseconds it tells them to stop; what has not
   * stopped soon after that is left, and another worker will find it.
   */
  async close(within: number): Promise<void> {
    const closed = this.#worker.close();
    if (await endsWithin(closed, within)) return;
    this.#stop.abort();
    if (await endsWithin(closed, LAST_MOMENT)) return;
    void this.#worker.disconnect().catch(() => undefined);
  }
}

async function endsWithin(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    timer.abort();
  }
}
