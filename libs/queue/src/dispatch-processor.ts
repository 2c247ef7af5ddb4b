import { DelayedError, type Job } from 'bullmq';
import { type WallClock, type Performed } from '#runtime';
import { type Instant } from '#statechart';
import { dispatchJob } from './jobs.js';
import { dispatchQueue, type JobData } from './queue-names.js';
import { type Queues } from './queues.js';
import { Semaphore } from './semaphore.js';

/** Does one dispatch: calls the authority and settles what it says. Doing it twice is safe. */
export type Perform = (dispatch: string, signal: AbortSignal) => Promise<Performed>;

export interface DispatchProcessorOptions {
  readonly role: string;
  /** Dispatches of this role under way at once in this process. */
  readonly concurrency: number;
  readonly perform: Perform;
  readonly clock: WallClock;
}

/**
 * Job processor of one role's queue. A job is the id of a dispatch, or of several that go their own ways here; it stays
 * open until their answers are committed, so that a worker that dies leaves them to another. To try again later is no failure:
 * the job waits until then, or, if it had company, in a job of its own.
 */
export class DispatchProcessor {
  readonly #queues: Queues;
  readonly #semaphore: Semaphore;
  readonly #options: DispatchProcessorOptions;

  constructor(queues: Queues, options: DispatchProcessorOptions) {
    this.#queues = queues;
    this.#options = options;
    this.#semaphore = new Semaphore(options.concurrency);
  }

  async process(job: Job<JobData, void>, token: string | undefined, signal: AbortSignal): Promise<void> {
    const { ids } = job.data;
    if (ids.length > 1) return this.#performAll(ids, signal);
    const performed = await this.#perform(ids[0]!, signal);
    if (performed.kind === 'done') return;
    await job.moveToDelayed(performed.at, token);
    throw new DelayedError();
  }

  #perform(id: string, signal: AbortSignal): Promise<Performed> {
    return this.#semaphore.run(() => this.#options.perform(id, signal));
  }

  /** What becomes of one is nothing to the others. */
  async #performAll(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const outcomes = await Promise.allSettled(
      ids.map(async id => {
        const performed = await this.#perform(id, signal);
        if (performed.kind === 'again') await this.#ringLater(id, performed.at);
      }),
    );
    const failure = outcomes.find(outcome => outcome.status === 'rejected');
    if (failure) throw failure.reason;
  }

  /** Should the queue not take it, the relay will ring. */
  async #ringLater(id: string, at: Instant): Promise<void> {
    const { role, clock } = this.#options;
    const { name, data, opts } = dispatchJob([id], at - clock.now());
    const queue = await this.#queues.get(dispatchQueue(role));
    await queue.add(name, data, opts);
  }
}
