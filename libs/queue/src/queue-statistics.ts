import type { Queues } from './queues.js';

export interface QueueCounts {
  readonly queue: string;
  readonly paused: boolean;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

/**
 * How much stands in each queue. What is to be done in all is the store's to say; this is what has been rung for.
 *
 * @throws RetryableError while the queues are out of reach
 */
export async function countQueues(queues: Queues, names: readonly string[]): Promise<readonly QueueCounts[]> {
  return Promise.all(
    names.map(async name => {
      const queue = await queues.get(name);
      const [paused, counts] = await Promise.all([
        queue.isPaused(),
        queue.getJobCounts('wait', 'active', 'delayed'),
      ]);
      const { wait = 0, active = 0, delayed = 0 } = counts;
      return { queue: name, paused, waiting: wait, active, delayed };
    }),
  );
}
