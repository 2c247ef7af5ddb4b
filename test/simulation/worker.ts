import type { Performed } from '#runtime';
import type { Job } from './queue.js';
import type { SimulatedProcess } from './simulated-process.js';
import { short } from './trace.js';
import type { World } from './world.js';

/** How long a job is held by a worker that has died. */
const LOCK = 15_000;
/** How long a timer's job waits when the store is away. */
const PAUSE = 1_000;

/** The queue gives a waiting job to some worker, if there is one. */
export function handOut(world: World): void {
  const { random, queue, wire, scheduler } = world;
  const workers = world.alive('worker');
  const jobs = queue.waiting();
  if (workers.length === 0 || jobs.length === 0) return;
  const worker = random.pick(workers);
  const job = random.pick(jobs);
  const token = queue.take(job);
  world.trace.add(scheduler.now, `${worker.name} takes ${job.kind} ${short(job.target)}`);
  world.holders.push({ worker, job, token });
  if (random.happens(wire.weather.stalled)) release(world, job, token, random.whole(0, 3_000));
  void work(world, worker, job, token);
}

/** When a worker dies, its jobs are free again once their locks have run out. */
export function releaseJobsOf(world: World, dead: SimulatedProcess): void {
  const held = world.holders.filter(({ worker }) => worker === dead);
  world.holders = world.holders.filter(({ worker }) => worker !== dead);
  for (const { job, token } of held) release(world, job, token, world.random.whole(LOCK, LOCK + 5_000));
}

function release({ scheduler, queue }: World, job: Job, token: number, after: number): void {
  const label = `queue ${job.kind} ${short(job.target)} has stalled`;
  scheduler.at(scheduler.now + after, { label, run: () => queue.release(job, token) });
}

async function work(world: World, worker: SimulatedProcess, job: Job, token: number): Promise<void> {
  const { queue, wire } = world;
  const performed = await perform(world, worker, job);
  const finish = () =>
    performed.kind === 'again' ? queue.delay(job, token, performed.at) : queue.finish(job, token);
  const label = `${worker.name} ${performed.kind} ${job.kind} ${short(job.target)}`;
  try {
    await wire.call('queue', label, worker, finish);
  } catch {
    // The queue is out of reach: the lock runs out.
    release(world, job, token, LOCK);
  }
  world.holders = world.holders.filter(held => held.job !== job || held.token !== token);
}

/** As the processors of the queue do it: a failure ends the job, and the relay rings again. */
async function perform(world: World, worker: SimulatedProcess, { kind, target }: Job): Promise<Performed> {
  try {
    if (kind === 'dispatch') return await worker.dispatching.perform(target);
    await worker.runtime.wake(target);
    return { kind: 'done' };
  } catch (error) {
    if (kind === 'dispatch' || !isRetryable(error)) return { kind: 'done' };
    return { kind: 'again', at: world.scheduler.now + worker.ahead + PAUSE };
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && error.name === 'RetryableError';
}
