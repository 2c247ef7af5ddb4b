import { type Queue } from 'bullmq';
import { type BoundedWorker, type BoundedWorkerOptions, type ProcessJob } from './bounded-worker.js';
import { type JobData } from './queue-names.js';
import { type Rate, type RateLimiter } from './rate-limiter.js';

export type JobQueue = Queue<JobData>;

/** The datastore of the queues. Rules: it may come and go; what is asked of it while it is away fails soon. */
export abstract class QueueBackend {
  abstract readonly kind: 'redis' | 'postgres';
  /** Where it is, without credentials. */
  abstract readonly address: string;
  /** @throws RetryableError while it is known to be away */
  abstract requireReachable(): void;
  abstract newQueue(name: string): JobQueue;
  abstract newWorker(name: string, process: ProcessJob, options: BoundedWorkerOptions): BoundedWorker;
  abstract newBroadcast(topic: Topic): Broadcast;
  /** @param name tells its counts from those of others */
  abstract newRateLimiter(name: string, rate: Rate): RateLimiter;
  /** Closes the connections. Queues, workers and broadcasts must have been closed. */
  abstract close(): Promise<void>;
}

/** Topics of broadcasts: journeys that have moved, journeys that were erased, authorities that are paused or asked again, sessions that were ended. */
export type Topic = 'journeys' | 'erased' | 'paused' | 'signed_out';

/** Publish/subscribe, at most once: texts for every process that listens. A process that listens later does not get earlier ones. */
export interface Broadcast {
  send(text: string): Promise<void>;
  /**
   * @param heard is called with each text
   * @param missed is called when listening was interrupted: anything may have been sent meanwhile
   */
  listen(heard: (text: string) => void, missed: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Told of what fails in the background. Messages name queues and ids, never content. */
export type OnError = (error: Error) => void;
