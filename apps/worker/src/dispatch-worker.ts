import { Processor, WorkerHost } from '@nestjs/bullmq';
import { type Type } from '@nestjs/common';
import { type Job } from 'bullmq';
import { type BoundedWorker, DispatchProcessor, dispatchQueue, type JobData, Queues } from '#queue';
import { WallClock, Dispatching } from '#runtime';
import { type WorkerOptions } from './worker-options.js';

/** Mixin: a processor for the queue of one role. Which roles there are, the catalogue says. */
export function dispatchWorkerOf(role: string, options: WorkerOptions): Type<WorkerHost> {
  @Processor({ name: dispatchQueue(role) }, options)
  class DispatchWorker extends WorkerHost<BoundedWorker> {
    readonly #processor: DispatchProcessor;

    constructor(queues: Queues, dispatching: Dispatching, clock: WallClock) {
      super();
      const { concurrency } = options;
      const perform = (dispatch: string, signal: AbortSignal) => dispatching.perform(dispatch, signal);
      this.#processor = new DispatchProcessor(queues, { role, concurrency, perform, clock });
    }

    override process(job: Job<JobData, void>, token?: string): Promise<void> {
      return this.#processor.process(job, token, this.worker.signal);
    }
  }
  return DispatchWorker;
}
