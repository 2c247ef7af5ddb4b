import { Processor, WorkerHost } from '@nestjs/bullmq';
import { type Type } from '@nestjs/common';
import { type Job } from 'bullmq';
import { type JobData, TimerProcessor, TIMERS } from '#queue';
import { WallClock, JourneyRuntime } from '#runtime';
import { type WorkerOptions } from './worker-options.js';

/** Mixin: the processor of timers, with these options. */
export function timerWorkerOf(options: WorkerOptions): Type<WorkerHost> {
  @Processor({ name: TIMERS }, options)
  class TimerWorker extends WorkerHost {
    readonly #processor: TimerProcessor;

    constructor(runtime: JourneyRuntime, clock: WallClock) {
      super();
      this.#processor = new TimerProcessor({ wake: journey => runtime.wake(journey), clock });
    }

    override process(job: Job<JobData, void>, token?: string): Promise<void> {
      return this.#processor.process(job, token);
    }
  }
  return TimerWorker;
}
