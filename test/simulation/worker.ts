import { type Performed, RetryableError } from '#runtime';
import { isPaused } from './pauses.js';
import { type Job, nameOf } from './queue.js';
import { type SimulatedProcess } from './simulated-process.js';
import { type World } from './world.js';

/** How long a job is held by a worker that has died. */
const LOCK = 15_000;
/** How long a timer's job waits when the store is away. */
const PAUSE = 1_000;

const DONE: Performed = { kind: 'done' };

/** The queue gives a waiting job to some worker, if there is one. */
export function handOut(world: World): void {
  const { random, queue, wire, scheduler } = world;
  const workers = world.alive('worker');
  const jobs = queue.waiting().filter(job => !isPaused(world, job));
  if (workers.length === 0 || jobs.length === 0) return;
  const worker = random.pick(workers);
  const job = random.pick(jobs);
  const token = queue.take(job);
  world.trace.add(scheduler.now, `${worker.name} takes ${nameOf(job)}`);
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
  const label = `queue ${nameOf(job)} has stalled`;
  scheduler.at(scheduler.now + after, { label, run: () => queue.release(job, token) });
}

async function work(world: World, worker: SimulatedProcess, job: Job, token: number): Promise<void> {
  const { queue, wire } = world;
  const performed =
    job.kind === 'dispatch' ? await dispatch(world, worker, job) : await wake(world, worker, job);
  const finish = () =>
    performed.kind === 'again' ? queue.delay(job, token, performed.at) : queue.finish(job, token);
  try {
    await wire.call('queue', `${worker.name} ${performed.kind} ${nameOf(job)}`, worker, finish);
  } catch {
    // The queue is out of reach: the lock runs out.
    release(world, job, token, LOCK);
  }
  world.holders = world.holders.filter(held => held.job !== job || held.token !== token);
}

/** As the processor of dispatches does it: several in one job go their own ways; a failure ends the job, and the relay rings again. */
async function dispatch(world: World, worker: SimulatedProcess, { targets }: Job): Promise<Performed> {
  const [first, ...rest] = targets;
  if (first !== undefined && rest.length === 0) {
    return worker.dispatching.perform(first).catch(() => DONE);
  }
  const later = async (id: string) => {
    const performed = await worker.dispatching.perform(id);
    if (performed.kind === 'done') return;
    const label = `${worker.name} rings later ${id}`;
    await world.wire.call('queue', label, worker, () => world.queue.ringLater(id, performed.at));
  };
  await Promise.allSettled(targets.map(later));
  return DONE;
}

/** As the processor of timers does it. */
async function wake(world: World, worker: SimulatedProcess, { targets }: Job): Promise<Performed> {
  try {
    for (const journey of targets) await worker.runtime.wake(journey);
    return DONE;
  } catch (error) {
    if (!(error instanceof RetryableError)) return DONE;
    return { kind: 'again', at: world.scheduler.now + worker.ahead + (error.retryAfter ?? PAUSE) };
  }
}
