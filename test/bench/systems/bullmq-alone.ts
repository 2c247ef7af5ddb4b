import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { inFlight, type Work } from '../reference-work.js';

interface Step {
  readonly chain: number;
  readonly step: number;
}

/** The limit: BullMQ by itself, each job adding the next of its chain, and no database. */
export async function open({ redis, concurrency }: { readonly redis: string; readonly concurrency: number }) {
  const name = 'alone';
  const queue = new Queue<Step>(name, {
    connection: new Redis(redis),
    defaultJobOptions: { removeOnComplete: true },
  });
  const ended = new Map<number, () => void>();
  let steps = 0;
  const worker = new Worker<Step>(
    name,
    async ({ data: { chain, step } }) => {
      if (step < steps) await queue.add('step', { chain, step: step + 1 });
      else ended.get(chain)?.();
    },
    { connection: new Redis(redis, { maxRetriesPerRequest: null }), concurrency },
  );
  await worker.waitUntilReady();
  const one = async (chain: number): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      ended.set(chain, resolve);
      queue.add('step', { chain, step: 1 }).catch(reject);
    });
    ended.delete(chain);
  };
  return {
    work: (work: Work) => {
      steps = work.steps;
      return inFlight(work, one);
    },
    /** One chain after the other: milliseconds of each. */
    oneByOne: async ({ journeys, steps: each }: { journeys: number; steps: number }) => {
      steps = each;
      const times: number[] = [];
      for (let i = 0; i < journeys; i += 1) {
        const began = performance.now();
        await one(i);
        times.push(performance.now() - began);
      }
      return times;
    },
  };
}
