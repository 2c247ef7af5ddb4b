import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MasterKeys, PostgresStores, Rewrapping, openDatabase, type Database } from '#postgres';
import { ChainCheck, Chaining, Definitions, Erasing, HeadKeys } from '#runtime';
import { MemoryAnnouncer } from '../../libs/runtime/src/memory/index.js';
import { declareMove, type SampleWorld, sampleWorld } from '../../libs/runtime/test/sample-runtime.js';
import { FileErasureList } from '../../apps/worker/src/file-erasure-list.js';
import { chainAll, connected, type FreshDatabase, runFolder } from '../support/index.js';
import { migratedDatabase } from '../support/migrated-database.js';

/** Logical backup: every table as `COPY` writes it, which is what `pg_dump` does. */
class Dump {
  readonly #folder: string;
  #tables: readonly string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  async take(url: string): Promise<void> {
    await connected(url, async client => {
      const { rows } = await client.query<{ name: string }>(
        "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition",
      );
      this.#tables = rows.map(({ name }) => name);
      for (const name of this.#tables)
        await client.query(`copy (select * from ${name}) to '${this.#file(name)}'`);
    });
  }

  async restore(url: string): Promise<void> {
    await connected(url, async client => {
      await client.query('set session_replication_role = replica');
      await client.query(`truncate ${this.#tables.join(', ')}`);
      for (const name of this.#tables) await client.query(`copy ${name} from '${this.#file(name)}'`);
    });
  }

  #file = (name: string): string => join(this.#folder, `${name}.copy`);
}

describe('a dump from before an erasure, restored with the keys and the list of today', () => {
  const [old, young] = [randomBytes(32), randomBytes(32)];
  const [keysThen, keysNow] = [new MasterKeys([old]), new MasterKeys([young, old])];
  const databases: FreshDatabase[] = [];
  const open: Database[] = [];
  let folder: string;
  let dumpFolder: string;
  let world: SampleWorld;

  beforeAll(async () => {
    world = await sampleWorld();
    folder = await mkdtemp(join(tmpdir(), 'overgang-erasures-'));
    // The server, which may be another user, writes the dump itself.
    dumpFolder = await mkdtemp(join(runFolder(), 'dump-'));
    await chmod(dumpFolder, 0o777);
  });
  afterAll(async () => {
    await Promise.all(open.map(database => database.close()));
    for (const database of databases) await database.drop();
    await rm(folder, { recursive: true });
    await rm(dumpFolder, { recursive: true });
  });

  async function migrated(): Promise<string> {
    const fresh = await migratedDatabase();
    databases.push(fresh);
    return fresh.url;
  }

  function opened(url: string, masterKeys: MasterKeys) {
    const database = openDatabase({ url, connections: 2, groupConnections: 2 });
    open.push(database);
    const stores = new PostgresStores(database, masterKeys);
    const definitions = new Definitions(world.stores.definitions, () => world.compiled());
    const keys = new HeadKeys(stores.headKeys, world.clock);
    const list = new FileErasureList(join(folder, 'erasures.jsonl'));
    return {
      database,
      stores,
      runtime: world.runtime(stores),
      reader: world.readerOn(stores),
      chaining: new Chaining({ chains: stores.chains, keys, definitions, wall: world.clock }),
      check: new ChainCheck({ chains: stores.chains, keys, list }),
      erasing: new Erasing({
        erasures: stores.erasures,
        list,
        news: { tell: () => undefined },
        sessions: { endAll: async () => undefined },
        announcer: new MemoryAnnouncer(),
        definitions,
        calendar: world.clock,
      }),
    };
  }

  it('does not open the journey that was erased, and still opens its neighbour', async () => {
    const live = opened(await migrated(), keysThen);
    const journeyOf = async (cpr: string) => {
      const person = await live.stores.persons.personOf(cpr);
      const { journey } = await declareMove(live.runtime, person);
      return { journey, person };
    };
    const [anna, bo] = [await journeyOf('0101900002'), await journeyOf('0202900003')];
    await chainAll(live.chaining, live.database);
    const dump = new Dump(dumpFolder);
    await dump.take(databases[0]!.url);

    const rewrapping = new Rewrapping(live.database, keysNow);
    for await (const _ of rewrapping.run());
    const erased = await opened(databases[0]!.url, keysNow).erasing.person(anna.person, {
      reason: 'request',
    });
    expect(erased).toMatchObject({ journeys: [{ kind: 'erased' }], number: { kind: 'erased' } });

    const url = await migrated();
    await dump.restore(url);
    // What the dump has brought back: until the list is applied it is all there.
    expect((await opened(url, keysNow).reader.view(anna.journey, anna.person)).id).toBe(anna.journey);
    expect(await opened(url, keysNow).erasing.apply()).toEqual({ listed: 2, erased: 2 });

    const restored = opened(url, keysNow);
    await expect(restored.reader.view(anna.journey, anna.person)).rejects.toMatchObject({
      code: 'unknown-journey',
    });
    await expect(restored.stores.persons.cprOf(anna.person)).rejects.toMatchObject({
      code: 'unknown-person',
    });
    const { rows } = await restored.database.pool.query('select 1 from journey_key where journey_id = $1', [
      anna.journey,
    ]);
    expect(rows).toEqual([]);
    expect((await restored.reader.view(bo.journey, bo.person)).id).toBe(bo.journey);
    expect(await restored.stores.persons.cprOf(bo.person)).toBe('0202900003');

    // The chains have come through it, and go on.
    const before = await restored.check.run();
    expect(before).toMatchObject({ persons: 2, erased: before.entries / 2 });
    expect(before.fault).toBeUndefined();
    const { person } = bo;
    await declareMove(restored.runtime, person);
    await chainAll(restored.chaining, restored.database);
    const after = await restored.check.run();
    expect(after.fault).toBeUndefined();
    expect(after.entries).toBeGreaterThan(before.entries);
  });
});
