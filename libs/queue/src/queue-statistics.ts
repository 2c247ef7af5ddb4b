import { type JobType } from 'bullmq';
import { type Queues } from './queues.js';

/** What waits in a paused queue. BullMQ's types have lost this state, and its Postgres backend counts by it. */
const HELD = 'paused' as JobType;

export interface QueueCounts {
  readonly queue: string;
  readonly paused: boolean;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

/**
 * Queue depth: how much stands in each queue. What is to be done in all is the store's to say; this is what has been rung for.
 *
 * @throws RetryableError while the queues are out of reach
 */
export async function countQueues(queues: Queues, names: readonly string[]): Promise<readonly QueueCounts[]> {
  return Promise.all(
    names.map(async name => {
      const queue = await queues.get(name);
      const [paused, counts] = await Promise.all([
        queue.isPaused(),
        queue.getJobCounts('wait', HELD, 'active', 'delayed'),
      ]);
      const { wait = 0, [HELD]: held = 0, active = 0, delayed = 0 } = counts;
      return { queue: name, paused, waiting: wait + held, active, delayed };
    }),
  );
}
