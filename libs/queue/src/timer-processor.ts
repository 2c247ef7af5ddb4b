import { DelayedError } from 'bullmq';
import { RetryableError, type Clock } from '#runtime';
import { BoundedWorker } from './bounded-worker.js';
import { type OnError, type QueueBackend } from './queue-backend.js';
import { TIMERS } from './queue-names.js';

export interface TimerProcessorOptions {
  readonly concurrency: number;
  /** As for {@link BoundedWorker}. */
  readonly lock?: number | undefined;
  /** Gives a journey every timer that is due. */
  readonly wake: (journey: string) => Promise<void>;
  readonly clock: Clock;
  readonly onError: OnError;
}

const PAUSE = 1_000;

/** Wakes journeys whose timers are due. */
export class TimerProcessor {
  readonly #worker: BoundedWorker;

  constructor(backend: QueueBackend, options: TimerProcessorOptions) {
    const { concurrency, lock, wake, clock, onError } = options;
    this.#worker = new BoundedWorker(
      backend,
      TIMERS,
      async (job, token) => {
        try {
          await Promise.all(job.data.ids.map(wake));
        } catch (error) {
          if (!(error instanceof RetryableError)) throw error;
          await job.moveToDelayed(clock.now() + (error.retryAfter ?? PAUSE), token);
          throw new DelayedError();
        }
      },
      { concurrency, lock },
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
