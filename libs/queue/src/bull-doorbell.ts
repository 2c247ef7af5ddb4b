import { ErrorCode, type Job } from 'bullmq';
import { type CalendarClock, type Doorbell, RetryableError, type Ring, type WallClock } from '#runtime';
import { type Instant } from '#statechart';
import { dispatchJob, wakeJob, type NewJob } from './jobs.js';
import { type JobQueue } from './queue-backend.js';
import { dispatchQueue, TIMERS } from './queue-names.js';
import { type Queues } from './queues.js';

interface Wake {
  readonly journey: string;
  readonly at?: Instant;
}

export interface BullDoorbellOptions {
  /** Most dispatches of one role in one job, when many are rung for at the same time. 1 gives each its own job. */
  readonly pack?: number | undefined;
}

/** More rings under way than this, and Redis has fallen behind. */
const MOST_UNDER_WAY = 10_000;

/** Timers further away than this are left to the relay: Redis need not hold a job for every journey that waits. */
const HORIZON = 10 * 60_000;

/** BullMQ's codes for a job that is gone, and for one that waits for later no more. */
const MOVED_ON: ReadonlySet<unknown> = new Set([ErrorCode.JobNotExist, ErrorCode.JobNotInState]);

/** Job producer: a ring is a job in one of BullMQ's queues. */
export class BullDoorbell implements Doorbell {
  readonly #pack: number;
  #underWay = 0;
  readonly #queues: Queues;
  readonly #calendar: CalendarClock;
  readonly #wall: WallClock;

  constructor(
    queues: Queues,
    calendar: CalendarClock,
    wall: WallClock,
    { pack = 16 }: BullDoorbellOptions = {},
  ) {
    this.#queues = queues;
    this.#calendar = calendar;
    this.#wall = wall;
    this.#pack = pack;
  }

  async ring(dispatches: readonly Ring[]): Promise<void> {
    const byRole = new Map<string, Ring[]>();
    for (const ring of dispatches) {
      const rings = byRole.get(ring.role);
      if (rings) rings.push(ring);
      else byRole.set(ring.role, [ring]);
    }
    await this.#reaching(dispatches.length, () =>
      Promise.all(Array.from(byRole, ([role, rings]) => this.#ring(role, rings))),
    );
  }

  async wake(journeys: readonly Wake[]): Promise<void> {
    const now = this.#calendar.now();
    const near = journeys.filter(({ at }) => at === undefined || at <= now + HORIZON);
    if (near.length > 0) await this.#reaching(near.length, () => this.#wake(near, now));
  }

  async #ring(role: string, rings: readonly Ring[]): Promise<void> {
    const queue = await this.#queues.get(dispatchQueue(role));
    const first = rings.filter(({ delivery }) => delivery === undefined).map(({ dispatch }) => dispatch);
    const again =
      first.length === rings.length
        ? []
        : await overdue(queue, rings, this.#wall.now() - this.#calendar.now());
    await queue.addBulk([...packed([...new Set(first)], this.#pack), ...again.map(id => dispatchJob([id]))]);
  }

  async #wake(journeys: readonly Wake[], now: Instant): Promise<void> {
    const queue = await this.#queues.get(TIMERS);
    await queue.addBulk(journeys.map(({ journey, at }) => wakeJob(journey, at, now)));
  }

  async #reaching(rings: number, send: () => Promise<unknown>): Promise<void> {
    if (this.#underWay >= MOST_UNDER_WAY) {
      throw new RetryableError(`${MOST_UNDER_WAY} rings wait to be sent; try again in a moment`);
    }
    this.#underWay += rings;
    try {
      await send();
    } catch (error) {
      if (error instanceof RetryableError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new RetryableError(`the queue did not take the ring: ${reason}`, { cause: error });
    } finally {
      this.#underWay -= rings;
    }
  }
}

/** Those rung for at the same time go several to a job; one by itself has its own, which is named after it. */
function packed(dispatches: readonly string[], pack: number): NewJob[] {
  const jobs: NewJob[] = [];
  for (let i = 0; i < dispatches.length; i += pack) jobs.push(dispatchJob(dispatches.slice(i, i + pack)));
  return jobs;
}

/**
 * Dispatches that need a job again. A queue that is still busy with what came before has not lost a ring: nothing is added to
 * what it cannot keep up with.
 *
 * @param ahead milliseconds by which wall time, which the queue keeps, is ahead of calendar time
 */
async function overdue(queue: JobQueue, rings: readonly Ring[], ahead: number): Promise<string[]> {
  const [oldest] = await queue.getJobs(['wait'], 0, 0, true);
  const since = oldest ? oldest.timestamp + (oldest.delay ?? 0) : Infinity;
  const lost = rings.filter(
    ({ delivery }) =>
      delivery?.kind === 'retry' || (delivery?.kind === 'repeat' && delivery.rungAt + ahead <= since),
  );
  const needs = await Promise.all(lost.map(({ dispatch }) => needsJob(queue, dispatch)));
  return lost.filter((_, i) => needs[i]).map(({ dispatch }) => dispatch);
}

/**
 * Whether a dispatch is without a job. A job that waits or is being worked on is its ring, and one that waits for later is
 * promoted to be: another one beside it would be a second ring as soon as the first is done. A finished job is a leftover.
 */
async function needsJob(queue: JobQueue, dispatch: string): Promise<boolean> {
  switch (await queue.getJobState(dispatch)) {
    case 'waiting':
    case 'active':
    case 'prioritized':
      return false;
    case 'delayed':
      await promote(await queue.getJob(dispatch));
      return false;
    default:
      await queue.remove(dispatch);
      return true;
  }
}

/** Makes a job due now, unless it has become due or was done since it was looked at. */
async function promote(job: Job | undefined): Promise<void> {
  try {
    await job?.promote();
  } catch (error) {
    if (!MOVED_ON.has((error as { code?: unknown }).code)) throw error;
  }
}
