import type { BulkJobOptions } from 'bullmq';
import { RetryableError, type Clock, type Doorbell, type Ring } from '#runtime';
import type { Instant } from '#statechart';
import type { JobQueue } from './queue-backend.js';
import { dispatchQueue, TIMERS, type JobData } from './queue-names.js';
import type { Queues } from './queues.js';

interface NewJob {
  readonly name: string;
  readonly data: JobData;
  readonly opts: BulkJobOptions;
}

/** A job is gone once it is done, however it went, so that the same dispatch can be rung for again. */
const GONE_WHEN_DONE = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/** Timers further away than this are left to the relay: Redis need not hold a job for every journey that waits. */
const HORIZON = 10 * 60_000;

/** Rings by adding jobs to BullMQ's queues. */
export class BullDoorbell implements Doorbell {
  constructor(
    private readonly queues: Queues,
    private readonly clock: Clock,
  ) {}

  async ring(dispatches: readonly Ring[]): Promise<void> {
    const byAuthority = new Map<string, Ring[]>();
    for (const ring of dispatches) {
      const rings = byAuthority.get(ring.authority);
      if (rings) rings.push(ring);
      else byAuthority.set(ring.authority, [ring]);
    }
    await reaching(
      Promise.all(
        Array.from(byAuthority, async ([authority, rings]) => {
          const queue = await this.queues.get(dispatchQueue(authority));
          await clearTheWay(queue, rings);
          await queue.addBulk(rings.map(({ dispatch }) => newJob('dispatch', dispatch, dispatch)));
        }),
      ),
    );
  }

  async wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void> {
    const now = this.clock.now();
    const near = journeys.filter(({ at }) => at === undefined || at <= now + HORIZON);
    if (near.length === 0) return;
    await reaching(
      this.queues
        .get(TIMERS)
        .then(queue => queue.addBulk(near.map(({ journey, at }) => wakeJob(journey, at, now)))),
    );
  }
}

/** The instant is part of the job's id: a ring for later must not stand in the way of one for now. */
function wakeJob(journey: string, at: Instant | undefined, now: Instant): NewJob {
  const job = newJob('wake', journey, at === undefined ? `wake-${journey}` : `wake-${journey}-${at}`);
  return at === undefined || at <= now ? job : { ...job, opts: { ...job.opts, delay: at - now } };
}

function newJob(name: string, id: string, jobId: string): NewJob {
  return { name, data: { id }, opts: { ...GONE_WHEN_DONE, jobId } };
}

/**
 * BullMQ ignores a job whose id it has already. For what is rung again that is right while the earlier job waits or is
 * being worked on; one that waits for later is due now, and any other is a leftover.
 */
async function clearTheWay(queue: JobQueue, rings: readonly Ring[]): Promise<void> {
  await Promise.all(
    rings.map(async ({ dispatch, again }) => {
      if (!again) return;
      switch (await queue.getJobState(dispatch)) {
        case 'waiting':
        case 'active':
        case 'prioritized':
          return;
        case 'delayed':
          // It may have become due, or been done, since it was looked at.
          await (await queue.getJob(dispatch))?.promote().catch(() => undefined);
          return;
        default:
          await queue.remove(dispatch);
      }
    }),
  );
}

async function reaching(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RetryableError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RetryableError(`the queue did not take the ring: ${reason}`, { cause: error });
  }
}
