import { DelayedError, type Job } from 'bullmq';
import { RetryableError, type WallClock } from '#runtime';
import { type JobData } from './queue-names.js';

export interface TimerProcessorOptions {
  /** Gives a journey every timer that is due. */
  readonly wake: (journey: string) => Promise<void>;
  readonly clock: WallClock;
}

const PAUSE = 1_000;

/** Job processor of the queue of timers: wakes journeys whose timers are due. */
export class TimerProcessor {
  readonly #options: TimerProcessorOptions;

  constructor(options: TimerProcessorOptions) {
    this.#options = options;
  }

  async process(job: Job<JobData, void>, token: string | undefined): Promise<void> {
    const { wake, clock } = this.#options;
    try {
      await Promise.all(job.data.ids.map(wake));
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
      await job.moveToDelayed(clock.now() + (error.retryAfter ?? PAUSE), token);
      throw new DelayedError();
    }
  }
}
