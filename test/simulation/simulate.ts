import { type Finding, auditEverything } from '../auditor/index.js';
import { accountsOf } from './accounts-of.js';
import { live, report } from './citizens.js';
import { strike } from './disasters.js';
import { SMALL } from './journeys.js';
import { answerLater } from './late-answers.js';
import { operate, waitsForOps } from './operators.js';
import { unpauseAll } from './pauses.js';
import { type Mistake, type SimulatedProcess } from './simulated-process.js';
import { weatherOf } from './weather.js';
import { handOut } from './worker.js';
import { World } from './world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Clocks that were an hour ahead have put off until then what was to be tried again. */
const SETTLING = 3 * HOUR;

// Looked up once: Jest makes each look at a global dear.
const { max, min } = Math;

export interface Run {
  readonly world: World;
  readonly findings: readonly Finding[];
}

/**
 * One run: people live their journeys in a storm, then the weather turns fine, everything settles, and the audit looks at what is left.
 * In some runs time goes on, in a small setting until every journey must have ended. Everything in it follows from the seed.
 */
export async function simulate(seed: number, mistake: Mistake = {}, setting = SMALL): Promise<Run> {
  const world = new World(setting, seed, mistake, { handOut, answerLater });
  const { random, wire, scheduler, scene } = world;
  const { definitions, pace } = setting;
  for (const { stored } of definitions) await world.stores.definitions.publish(stored);

  wire.weather = weatherOf(random);
  // Few processes and many people at once: then commits go together.
  const citizens = random.pick([1, 1, 1, 2, 2, 2, 5]);
  const processes = citizens > 3 ? 1 : 2;
  for (let count = 0; count < processes; count += 1) {
    world.bear('api');
    world.bear('worker');
  }
  const within = citizens > 3 ? 10 : 300_000;
  for (let citizen = citizens; citizen > 0; citizen -= 1) {
    const person = scene.citizen(citizen);
    void live(world, person, 1, within);
    if (random.happens(0.2)) void live(world, person, 2, within);
    if (random.happens(0.4)) void report(world, person);
  }
  const storm = setting.start + random.pick(pace.storms);
  await go(world, idle => {
    if (!idle) strike(world);
    return scheduler.now >= storm || world.trace.length >= pace.stormSteps;
  });

  world.trace.add(scheduler.now, 'the weather turns fine');
  turnFine(world);
  const settled = scheduler.now + SETTLING;
  scheduler.at(settled, { label: 'all should be settled', run: () => undefined });
  await go(world, idle => {
    if (idle) operate(world);
    const late = scheduler.now > settled + DAY || world.trace.length >= pace.mostSteps;
    return late || (idle && scheduler.now >= settled && isQuiet(world));
  });
  const findings = await auditEverything(await accountsOf(world, 'at rest'));
  if (findings.length > 0 || !random.happens(pace.goesOn)) return { world, findings };

  const end = scheduler.now + pace.afterwards;
  scheduler.at(end, { label: 'all should have become of it what could', run: () => undefined });
  await go(world, idle => {
    if (idle) operate(world);
    if (scheduler.now > end + DAY || world.trace.length >= 2 * pace.mostSteps) return true;
    return idle && (hasEnded(world) || (scheduler.now >= end && isQuiet(world)));
  });
  return { world, findings: await auditEverything(await accountsOf(world, pace.moment)) };
}

/** Takes steps until `over`, which is asked before each, and with `idle` when there is none to take now. */
async function go(world: World, over: (idle: boolean) => boolean): Promise<void> {
  const { scheduler, random } = world;
  while (!over(false)) {
    const chance = random.next();
    if (chance < 0.02) makeRound(world.alive('worker')[0]);
    else if (chance > 0.97) scheduler.moveTo(scheduler.now + random.whole(0, 3_000));
    if (await scheduler.turn()) continue;
    if (over(true) || !passTime(world)) return;
  }
}

/** To the next moment at which anything can happen: a step that was put off, or something that the relay would find. */
function passTime(world: World): boolean {
  const { scheduler, stores, queue } = world;
  const workers = world.alive('worker');
  const { dispatches, timers, pauses } = stores.tables;
  let ringAt = Infinity;
  for (const row of dispatches.values()) {
    if (!pauses.get(row.authority)?.paused) ringAt = min(ringAt, row.ringAt ?? Infinity);
  }
  for (const row of timers.values()) ringAt = min(ringAt, row.ringAt);
  let round = Infinity;
  for (const { ahead } of workers) round = min(round, max(ringAt - ahead, scheduler.now + 1_000));
  const next = min(round, scheduler.next ?? Infinity);
  if (next === Infinity) return false;
  scheduler.moveTo(next);
  if (round <= next) for (const worker of workers) makeRound(worker);
  if (queue.waiting().length > 0) queue.offer();
  return true;
}

/** The relay of a worker looks for what is due, one round after the other. */
function makeRound(process: SimulatedProcess | undefined): void {
  if (process?.kind !== 'worker' || process.relaying) return;
  process.relaying = true;
  const over = () => void (process.relaying = false);
  process.relay.round().then(over, over);
}

function turnFine(world: World): void {
  world.over = true;
  world.wire.calm();
  unpauseAll(world);
  for (const process of world.processes) process.ahead = 0;
  for (const kind of ['api', 'worker'] as const) if (world.alive(kind).length === 0) world.bear(kind);
}

/** Nothing is left to be done now. */
function isQuiet(world: World): boolean {
  const { dispatches, journeys } = waitsForOps(world);
  const rows = [...world.stores.tables.dispatches.values()];
  return (
    dispatches.length + journeys.length === 0 &&
    !rows.some(({ status }) => status === 'pending') &&
    ![...world.stores.tables.timers.values()].some(({ due }) => due <= world.scheduler.now) &&
    world.queue.waiting().length === 0
  );
}

function hasEnded({ stores: { tables }, authorities }: World): boolean {
  return (
    [...authorities.ledger.values()].every(({ callback }) => callback !== 'due') &&
    [...tables.journeys.values()].every(({ status }) => status === 'done' || status === 'cancelled')
  );
}
