import { type Database, openDatabase } from '#postgres';
import { ChainCheck, HeadKeys, systemClock } from '#runtime';
import { TaskFailed, TaskRefused } from '#threads';
import { ChainThread } from '../../apps/worker/src/chaining/chain-thread.js';
import { SAMPLE_JOURNEYS } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type Parts } from '../support/parts.js';
import { type SystemUnderTest, systemUnderTest } from '../support/system-under-test.js';

const move = { address: '0a3f50b8-5c1e-32b8-e044-0003ba298018', date: '2099-03-15' };

interface World extends Parts {
  readonly system: SystemUnderTest;
  readonly thread: ChainThread;
}

let people = 0;

/** Milliseconds that starting everything may take on a busy machine. */
const STARTING = 120_000;

describe('the thread that chains the access log', () => {
  let world: World;
  let database: Database;

  beforeAll(async () => {
    world = await systemUnderTest({ journeysDir: SAMPLE_JOURNEYS }, async system => {
      const { parts } = await system.startApi();
      database = openDatabase({ url: system.databaseUrl, connections: 4 });
      system.alsoEnd(() => database.close());
      return { system, thread: newThread(system, parts), ...parts };
    });
  }, STARTING);
  afterAll(() => world?.system.close());

  function newThread(system = world.system, { masterKeys, catalogue }: Parts = world): ChainThread {
    const thread = new ChainThread(system.databaseUrl, masterKeys, catalogue);
    system.alsoEnd(() => thread.end());
    return thread;
  }

  /** Somebody whose journey asks an authority. */
  async function moved(): Promise<string> {
    const { runtime, stores } = world;
    const person = await stores.persons.personOf(`010190${String((people += 1)).padStart(4, '0')}`);
    const { record } = await runtime.start({ definition: 'relocating', person });
    await runtime.submit({ journey: record.id, person, task: 'declareMove', event: 'submit', data: move });
    return person;
  }

  const query = async (text: string): Promise<readonly object[]> =>
    (await database.pool.query<object>(text)).rows;

  /** What becomes of a round to which something happens while it waits to store what it has chained. */
  async function heldUp(happens: () => Promise<void>, thread = world.thread): Promise<unknown> {
    const holder = await database.pool.connect();
    try {
      await holder.query('begin; lock table access_entry in share mode');
      const round = thread.round().catch((error: unknown) => error);
      const waiting = `select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into access_entry%'`;
      await until(async () => (await query(waiting)).length > 0, 'the round to wait');
      await happens();
      return await round;
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }

  const isChained = async (person: string): Promise<boolean> => {
    await world.thread.round();
    return (await world.stores.chains.chainsOf(person)).length > 0;
  };

  it('knows the definitions, and so who may know what', async () => {
    const person = await moved();
    await until(() => isChained(person), 'the access log to be chained');
    expect(await world.stores.chains.chainsOf(person)).toMatchObject([{ person, withheld: false }]);
    const { chains, headKeys } = world.stores;
    const report = await new ChainCheck({ chains, keys: new HeadKeys(headKeys, systemClock) }).run();
    expect(report.fault).toBeUndefined();
  });

  it('fails a round whose connection is lost, and chains all of it in the next', async () => {
    const person = await moved();
    const lost = await heldUp(async () => {
      await query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
    });
    expect(lost).toBeInstanceOf(TaskFailed);
    await until(() => isChained(person), 'the access log to be chained');
  });

  it('leaves nothing half done when it is ended', async () => {
    const person = await moved();
    const another = newThread();
    expect(await heldUp(() => another.end(), another)).toBeInstanceOf(TaskRefused);
    expect(await world.stores.chains.chainsOf(person)).toEqual([]);
    await until(() => isChained(person), 'the access log to be chained');
  });
});
