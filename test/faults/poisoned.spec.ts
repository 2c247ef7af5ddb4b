import { randomBytes, randomUUID } from 'node:crypto';
import { MasterKeys, openDatabase, PostgresStores, type Database } from '#postgres';
import { type Change, type CommitOutcome, type JourneyRuntime, type JourneyStore } from '#runtime';
import { MOVE, sampleWorld } from '../../libs/runtime/test/sample-runtime.js';
import { type FreshDatabase, rowsFrom } from '../support/index.js';
import { migratedDatabase } from '../support/migrated-database.js';

/** Remembers which journeys were committed together. */
class Gathering {
  readonly groups: (readonly string[])[] = [];

  over(store: JourneyStore): JourneyStore {
    const commit = (changes: readonly Change[]): Promise<readonly CommitOutcome[]> => {
      this.groups.push(changes.map(({ journey }) => journey));
      return store.commit(changes);
    };
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'commit') return commit;
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}

describe('journeys that cannot move', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url });
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('keep none of the others of their group from moving', async () => {
    const world = await sampleWorld();
    const stores = new PostgresStores(database, new MasterKeys([randomBytes(32)]));
    const anna = randomUUID();
    const before = world.runtime(stores);
    const start = async (by = before) => (await by.start({ definition: 'moving', person: anna })).record.id;
    const sound = await Promise.all(Array.from({ length: 12 }, () => start()));
    const [unreadable, erased, unstorable] = await Promise.all([start(), start(), start()]);

    const gathering = new Gathering();
    const { dispatches, drafts } = stores;
    const runtime = world.runtime({ dispatches, drafts, journeys: gathering.over(stores.journeys) });
    // It keeps this one in mind; then another process moves it.
    const overtaken = await start(runtime);
    await world.runtime(stores).cancel({ journey: overtaken, person: anna });
    await rowsFrom(fresh.url, `update journey set state = '\\xdeadbeef' where journey_id = $1`, [unreadable]);
    await rowsFrom(fresh.url, 'delete from journey_key where journey_id = $1', [erased]);
    // What it is about to insert is there already, which can only be a fault: Postgres refuses the whole statement.
    await rowsFrom(
      fresh.url,
      `insert into dispatch (journey_id, seq, service, authority, state, status, created_at, ring_at, input)
       select $1, seq, 'cpr.registerMove', 'cpr', 'nowhere', 'pending', now(), now(), '' from generate_series(1, 9) as seq`,
      [unstorable],
    );

    gathering.groups.length = 0;
    const all = [unreadable, erased, overtaken, unstorable, ...sound];
    const outcomes = await Promise.allSettled(all.map(journey => runtime.submit(submission(journey, anna))));
    const failures = outcomes.map(outcome =>
      outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : 'moved',
    );
    expect(failures.slice(0, 3)).toEqual(['unsealable', 'unsealable', 'journey-ended']);
    expect(failures[3]).not.toBe('moved');
    expect(failures.slice(4)).toEqual(sound.map(() => 'moved'));
    // They did go together.
    expect(Math.max(...gathering.groups.map(group => group.length))).toBeGreaterThan(4);
    const versions = await Promise.all(
      [unstorable, ...sound].map(async journey => (await stores.journeys.load(journey))?.version),
    );
    expect(versions).toEqual([1, ...sound.map(() => 2)]);
  });
});

function submission(journey: string, person: string): Parameters<JourneyRuntime['submit']>[0] {
  return { journey, person, task: 'declareMove', event: 'submit', data: MOVE };
}
