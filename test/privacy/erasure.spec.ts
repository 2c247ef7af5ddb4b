import { randomBytes } from 'node:crypto';
import { PostgresStores, MasterKeys, openDatabase, type Database } from '#postgres';
import { IdNews } from '#queue';
import { Definitions, Erasing } from '#runtime';
import { MemoryAnnouncer, MemoryErasureList } from '../../libs/runtime/src/memory/index.js';
import { declareMove, type SampleWorld, sampleWorld } from '../../libs/runtime/test/sample-runtime.js';
import { QUEUE_ADAPTERS } from '../conformance/ports/queue-adapters.js';
import { until, type FreshDatabase } from '../support/index.js';
import { migratedDatabase } from '../support/migrated-database.js';

const CPR = '0101900002';
const TASK = 'underWay.housingBenefit.offered';

describe('a journey that is erased while two processes have it in memory', () => {
  const masterKeys = new MasterKeys([randomBytes(32)]);
  const open: Database[] = [];
  let fresh: FreshDatabase;
  let world: SampleWorld;

  beforeAll(async () => {
    fresh = await migratedDatabase();
    world = await sampleWorld();
  });
  afterAll(async () => {
    await Promise.all(open.map(database => database.close()));
    await fresh.drop();
  });

  /** A process of its own: nothing shared but what is stored. */
  function newProcess() {
    const database = openDatabase({ url: fresh.url, connections: 2, groupConnections: 2 });
    open.push(database);
    const stores = new PostgresStores(database, masterKeys);
    const erasing = new Erasing({
      erasures: stores.erasures,
      list: new MemoryErasureList(),
      news: { tell: () => undefined },
      sessions: { endAll: async () => undefined },
      announcer: new MemoryAnnouncer(),
      definitions: new Definitions(world.stores.definitions, () => world.compiled()),
      calendar: world.clock,
    });
    return { database, stores, erasing, runtime: world.runtime(stores), reader: world.readerOn(stores) };
  }

  it('can neither be shown nor moved by one that has not heard of it', async () => {
    const [erasing, deaf] = [newProcess(), newProcess()];
    const person = await deaf.stores.persons.personOf(CPR);
    const { journey } = await declareMove(deaf.runtime, person);
    const [dispatch] = await deaf.stores.dispatches.ofJourney(journey);

    const erased = await erasing.erasing.person(person, { reason: 'request' });
    expect(erased).toMatchObject({ journeys: [{ kind: 'erased', journey }], number: { kind: 'erased' } });

    const unknown = { code: 'unknown-journey', message: `there is no journey ${journey}` };
    const refused = [
      () => deaf.reader.view(journey, person),
      () => deaf.runtime.submit({ journey, person, task: TASK, event: 'decline' }),
      () => deaf.runtime.cancel({ journey, person }),
      () => deaf.runtime.saveDraft(journey, TASK, person, {}),
      () => deaf.reader.draft(journey, TASK, person),
      () => deaf.runtime.wake(journey),
      () => deaf.runtime.settle({ dispatch: dispatch!.id, outcome: { kind: 'answered', answer: {} } }),
      () => deaf.runtime.resume(journey, 'ops:x'),
    ];
    for (const ask of refused) await expect(ask()).rejects.toMatchObject(unknown);
    expect(await deaf.stores.dispatches.find(dispatch!.id)).toBeUndefined();
    expect(await deaf.stores.journeys.journeysOf([person])).toEqual([]);
    await expect(deaf.stores.persons.cprOf(person)).rejects.toMatchObject({ code: 'unknown-person' });
  });

  it('leaves in Postgres that there was one, and nothing of whose it was', async () => {
    const { erasing, runtime, stores, database } = newProcess();
    const person = await stores.persons.personOf(CPR);
    const { journey } = await declareMove(runtime, person);
    await erasing.person(person, { reason: 'request' });
    const { rows: tables } = await database.pool.query<{ name: string }>(
      "select c.relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition",
    );
    for (const { name } of tables) {
      const { rows } = await database.pool.query(`select * from ${name} t where t::text like $1`, [
        `%${person}%`,
      ]);
      expect([name, rows]).toEqual([name, []]);
    }
    const left = `select definition, status, version, states, length(state) as sealed, erased_at is not null as erased
      from journey where journey_id = $1`;
    expect((await database.pool.query(left, [journey])).rows).toEqual([
      { definition: 'moving', status: 'cancelled', version: -2, states: [], sealed: 0, erased: true },
    ]);
  });

  it.each(QUEUE_ADAPTERS)('is dropped from the memory of those who hear of it over $name', async adapter => {
    const backend = await adapter.open();
    const onError = (error: Error) => void backend.errors.push(error);
    const [here, there] = [
      new IdNews(backend.backend, 'erased', onError),
      new IdNews(await backend.another(), 'erased', onError),
    ];
    const heard: (readonly string[] | 'all')[] = [];
    await there.listen(journeys => void heard.push(journeys));
    const ids = Array.from({ length: 450 }, (_, i) => `${i}`.padStart(36, '0'));
    here.tell(ids);
    await until(() => heard.length === 3, 'all to be heard');
    expect(heard.flat()).toEqual(ids);
    await here.close();
    await there.close();
    await backend.close();
  });
});
