import { setTimeout as sleep } from 'node:timers/promises';
import { type Page } from '../../../apps/api/src/paging/page.js';
import { type OpsDispatch, type OpsJourney } from '../../../apps/api/src/ops/ops-documents.js';
import { ledgerOf } from '../../auditor/index.js';
import { rowsFrom } from '../../support/index.js';
import { type Callers } from './callers.js';
import { type StormWorld } from './storm-world.js';

/** Milliseconds that everybody's time moves on when what is left waits for a moment far away. */
const STEP = 3_600_000;
const BETWEEN = 500;
const STEPS = 6;
/** Milliseconds. */
const MOMENT = 10_000;

/** What ops had to do by hand. */
export interface OpsWork {
  readonly retried: readonly string[];
  readonly resumed: readonly string[];
  /** How often an hour had to pass. */
  readonly hours: number;
  /** What did not happen before hours had passed. */
  readonly late: readonly string[];
}

/**
 * Everything works again: waits until nothing is under way any more, having ops retry what was given up and resume what is
 * held, as they would. What is put off for long, because a clock was wrong, comes when that time has passed.
 *
 * @param sameLooks how many looks in a row, two a second, find the same work left before time moves on
 * @throws Error naming what is still under way after hours
 */
export async function untilCalm(world: StormWorld, callers: Callers, sameLooks: number): Promise<OpsWork> {
  for (const program of world.programs) {
    for (const proxy of program.networks.values()) proxy.mend();
    program.resume();
    program.setClock(0);
    await program.up();
  }
  for (const { parts } of world.authorities.simulations.all()) parts.knobs.set({});

  const retried: string[] = [];
  const resumed: string[] = [];
  const late: string[] = [];
  let hours = 0;
  let before = 'nobody has looked yet';
  let same = 0;
  for (;;) {
    const left = [
      ...(await openDispatches(world, callers, retried)),
      ...(await held(world, callers, resumed)),
      ...(await nearTimers(world)),
    ];
    if (left.length === 0 && before === '') return { retried, resumed, hours, late };
    const now = left.join('\n');
    same = now === before ? same + 1 : 0;
    before = now;
    if (same >= sameLooks) {
      if (hours === STEPS) throw new Error(`After ${hours} hours this is still under way:\n${now}`);
      world.pass(STEP);
      late.push(...left);
      hours += 1;
      same = 0;
    }
    await sleep(BETWEEN);
  }
}

/** What is not done and waits for nobody but us; ops retry what was given up. */
async function openDispatches(world: StormWorld, callers: Callers, retried: string[]): Promise<string[]> {
  const parked = await ofOps<OpsDispatch>(world, callers, 'dispatches?status=parked&limit=200');
  for (const { id, error } of parked) {
    retried.push(`${id} ${error?.code}: ${error?.message}`);
    const path = `/v1/ops/dispatches/${id}/retry`;
    await callers.send({ person: world.ops.id, method: 'POST', path, body: { reason: 'the storm is over' } });
  }
  const pending = await ofOps<OpsDispatch>(world, callers, 'dispatches?status=pending&limit=200');
  const accepted = await ofOps<OpsDispatch>(world, callers, 'dispatches?status=accepted&limit=200');
  const callbacks = new Map((await ledgerOf(world)).map(({ key, callback }) => [key, callback]));
  return [...parked, ...pending, ...accepted].map(
    ({ id, service, status, attempt, error }) =>
      `${id} ${service} ${status} ${attempt} ${error?.message} callback ${callbacks.get(id)}`,
  );
}

async function held(world: StormWorld, callers: Callers, resumed: string[]): Promise<string[]> {
  const journeys = await ofOps<OpsJourney>(world, callers, 'journeys?status=held&limit=200');
  for (const { id } of journeys) {
    resumed.push(id);
    await callers.send({ person: world.ops.id, method: 'POST', path: `/v1/ops/journeys/${id}/resume` });
  }
  const cancelling = await ofOps<OpsJourney>(world, callers, 'journeys?status=cancelling&limit=200');
  return [...journeys, ...cancelling].map(({ id, status, states }) => `${id} ${status} ${states.join()}`);
}

/** Timers that are due, or will be in a moment. */
async function nearTimers({ postgres, assembly }: StormWorld): Promise<string[]> {
  const rows = await rowsFrom<{ timer: string }>(
    postgres.url,
    `select journey_id || ' timer ' || seq as timer from timer where due_at <= $1`,
    [new Date(assembly.clock.now() + MOMENT)],
  );
  return rows.map(({ timer }) => timer);
}

async function ofOps<T>(world: StormWorld, callers: Callers, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let after = '';
  for (;;) {
    const page = `/v1/ops/${path}${after}`;
    const reply = await callers.send({ person: world.ops.id, method: 'GET', path: page });
    if (reply.status !== 200) throw new Error(`${page} answered ${reply.status}: ${reply.text}`);
    const { next, ...more } = reply.body as Page<T>;
    items.push(...more.items);
    if (next === undefined) return items;
    after = `&after=${next}`;
  }
}
