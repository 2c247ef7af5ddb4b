import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type createPostgresBackend, type Job, Worker, type WorkerOptions } from 'bullmq';
import { type JobData } from './queue-names.js';

/**
 * A job is gone once it is done, however it went, so that the same dispatch can be rung for again. The worker says so and not
 * each job: a job whose every field is of 64 bytes at most is held by Redis as a list, which costs it less than a table.
 */
const GONE_WHEN_DONE = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } } as const;

/** Milliseconds that jobs which were told to stop may take to do so. */
const LAST_MOMENT = 1_000;

export interface BoundedWorkerOptions {
  /** Jobs under way at once. */
  readonly concurrency: number;
  /** Milliseconds that a job stays with a worker that has died, or does not get to say that it lives. Default 15 s. */
  readonly lock?: number | undefined;
  /** Milliseconds that jobs under way may take when the worker closes. Default 20 s. */
  readonly drain?: number | undefined;
}

/** Where a worker takes its jobs from. */
export interface WorkerBackend extends Pick<WorkerOptions, 'connection' | 'prefix'> {
  readonly onError: (error: Error) => void;
  readonly backendFactory?: typeof createPostgresBackend;
}

/** Does a job, or stops doing it when the signal says so. */
export type ProcessJob = (
  job: Job<JobData, void>,
  token: string | undefined,
  signal: AbortSignal,
) => Promise<void>;

/** A BullMQ worker with a bounded shutdown. */
export class BoundedWorker extends Worker<JobData, void> {
  readonly #stop: AbortController;
  readonly #drain: number;
  #closed: Promise<void> | undefined;

  constructor(
    queue: string,
    process: ProcessJob,
    { concurrency, lock = 15_000, drain = 20_000 }: BoundedWorkerOptions,
    { onError, backendFactory, ...where }: WorkerBackend,
  ) {
    // One for all jobs: BullMQ would make one for each. Every call under way listens to it.
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    // A worker that dies holds its jobs until their lock has run out and another worker has looked for such.
    const stalling = { lockDuration: lock, stalledInterval: Math.ceil(lock / 3), maxStalledCount: 5 };
    super(
      queue,
      (job, token) => process(job, token, stop.signal),
      { ...stalling, ...GONE_WHEN_DONE, ...where, concurrency },
      // Told apart from that of Redis by its types only.
      backendFactory as undefined,
    );
    this.on('error', onError);
    this.on('failed', (job, error) => {
      onError(new Error(`job ${job?.id ?? '?'} of ${queue} failed: ${error.message}`, { cause: error }));
    });
    this.#stop = stop;
    this.#drain = drain;
  }

  /** Says to jobs under way that they are to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /**
   * Takes no more jobs and waits for those under way. When their time is up it tells them to stop; what has not
   * stopped soon after that is left, and another worker will find it.
   */
  override close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    const closed = super.close();
    if (await endsWithin(closed, this.#drain)) return;
    this.#stop.abort();
    if (await endsWithin(closed, LAST_MOMENT)) return;
    // Only what is this worker's own: the other connection is shared with all workers, and closed with the backend.
    void this.backend.disconnectBlocking(false).catch(() => undefined);
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
