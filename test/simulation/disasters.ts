import { operate } from './operators.js';
import { pause } from './pauses.js';
import { releaseJobsOf } from './worker.js';
import { type World } from './world.js';

const HOUR = 3_600_000;

/** How often ops look whether there is something to do. */
const OPS = 0.02;

/** What may happen between any two steps. */
export function strike(world: World): void {
  const { random, wire, scheduler } = world;
  const { crash, emptied, away, paused, clock } = wire.weather;
  let chance = random.next();
  const happens = (probability: number) => (chance -= probability) < 0;
  if (happens(OPS)) return operate(world);
  if (happens(paused)) return pause(world);
  if (happens(emptied)) {
    world.trace.add(scheduler.now, 'the queue is emptied');
    return world.queue.empty();
  }
  if (happens(away)) {
    const remote = random.pick(['store', 'queue', 'authorities'] as const);
    const until = scheduler.now + random.pick([500, 20_000, 300_000]);
    world.trace.add(scheduler.now, `the ${remote} is away`);
    return wire.takeAway(remote, until);
  }
  if (world.processes.length === 0) return;
  if (happens(crash)) return die(world);
  if (happens(clock)) {
    const process = random.pick(world.processes);
    process.ahead = random.pick([-HOUR, 0, HOUR]);
    world.trace.add(scheduler.now, `the clock of ${process.name} is ${process.ahead} ms ahead`);
  }
}

function die(world: World): void {
  const { random, scheduler } = world;
  const process = random.pick(world.processes);
  world.kill(process);
  releaseJobsOf(world, process);
  const { kind } = process;
  const label = `another ${kind}`;
  scheduler.at(scheduler.now + random.pick([0, 300, 5_000, 120_000]), { label, run: () => world.bear(kind) });
}
