import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { RetryableError } from '#runtime';
import { creation, recordAfter, step } from '../../../test/conformance/ports/changes.js';
import { freePort, type FreshDatabase, rowsFrom, TcpProxy, until } from '../../../test/support/index.js';
import { migratedDatabase } from '../../../test/support/migrated-database.js';
import { type Database, openDatabase } from './database.js';
import { PostgresStores } from './postgres-stores.js';
import { MasterKeys } from './sealing/master-keys.js';

describe('a Postgres that fails', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  const errors: Error[] = [];
  beforeEach(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url, onError: error => errors.push(error) });
    stores = new PostgresStores(database, new MasterKeys([randomBytes(32)]));
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const endOthers = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;

  it('is out of reach where nothing listens: whatever is asked of the stores can be tried again', async () => {
    const nowhere = openDatabase({ url: `postgres://127.0.0.1:${await freePort()}/none` });
    const away = new PostgresStores(nowhere, new MasterKeys([randomBytes(32)]));
    const id = randomUUID();
    const asked = [
      away.journeys.commit([creation()]),
      away.journeys.commit([step(creation())]),
      away.journeys.load(id),
      away.journeys.journal(id),
      away.journeys.entryOf(id, 'start'),
      away.journeys.journeysOf([id]),
      away.dispatches.find(`${id}-1`),
      away.dispatches.park(`${id}-1`, { code: 'x', message: 'x' }),
      away.due.dispatches(0, 0, 1),
      away.due.journeys(0, 0, 1),
      away.drafts.find(id, 'task', id),
      away.drafts.save(id, 'task', id, { data: null, savedAt: 0 }),
      away.definitions.list(),
      away.persons.personOf('0101900002'),
      away.persons.cprOf(id),
      away.pauses.paused(),
      away.ops.journeys({}),
      away.ops.backlog(),
    ];
    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(RetryableError) as Error });
    }
    await nowhere.close();
  });

  it('may drop connections that nobody uses: the next question gets a new one', async () => {
    const created = creation();
    await stores.journeys.commit([created]);
    await rowsFrom(fresh.url, endOthers);
    await until(() => errors.length >= 1, 'the loss to be noticed');
    expect(await stores.journeys.load(created.journey)).toEqual(recordAfter(created));
    expect(await stores.journeys.commit([step(created)])).toEqual([{ kind: 'committed' }]);
  });

  it('may end in the middle of a commit: nothing is stored by halves', async () => {
    const created = creation();
    await stores.journeys.commit([created]);
    const moved = step(created, { participants: [{ role: 'partner', person: randomUUID() }] });
    // Holds the journey's row, so that the commit waits for it.
    const holder = new pg.Client(fresh.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from journey where journey_id = $1 for update', [created.journey]);
    const commit = stores.journeys.commit([moved, creation()]);
    const waiting =
      "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%jsonb_to_recordset%'";
    await until(async () => (await database.pool.query(waiting)).rowCount === 1, 'the commit to wait');
    const failure = commit.catch((error: unknown) => error);
    await holder.query(`${endOthers} and wait_event_type = 'Lock'`);
    expect(await failure).toBeInstanceOf(RetryableError);
    await holder.query('commit');
    await holder.end();
    expect(await stores.journeys.load(created.journey)).toEqual(recordAfter(created));
    expect(await stores.journeys.journal(created.journey)).toHaveLength(1);
    // Decided again, it is stored.
    expect(await stores.journeys.commit([moved])).toEqual([{ kind: 'committed' }]);
  });

  it('breaks off in the middle of a query: that query fails, and nothing else', async () => {
    const network = await TcpProxy.to(fresh.url);
    const there = openDatabase({ url: network.before(fresh.url) });
    const query = sql`select pg_sleep(60)`.execute(there.kysely).catch((error: unknown) => error);
    const asleep = "select from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'";
    await until(async () => (await database.pool.query(asleep)).rowCount === 1, 'the query to be under way');
    network.drop();
    expect(await query).toBeInstanceOf(RetryableError);
    expect((await sql`select 1`.execute(there.kysely)).rows).toHaveLength(1);
    await there.close();
    await network.close();
  });

  it('with tables of another version takes no commit, and is not taken for a fault of the journeys', async () => {
    await rowsFrom(fresh.url, 'alter table journal drop column subject');
    const commit = stores.journeys.commit([creation(), creation()]);
    await expect(commit).rejects.toThrow(RetryableError);
    await expect(commit).rejects.toThrow(
      /does not take commits: column "subject" .* tables are those of this version/,
    );
  });

  it('refuses one change for what it holds, and stores the others', async () => {
    const changes = Array.from({ length: 9 }, () => creation());
    // Text that JSON can hold and Postgres cannot.
    changes[4] = creation({ states: ['\u0000'] });
    changes[7] = creation({ participants: [{ role: 'applicant', person: 'not an id' }] });
    const outcomes = await stores.journeys.commit(changes);
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds).toEqual(changes.map((_, i) => (i === 4 || i === 7 ? 'failed' : 'committed')));
    for (const [i, { journey }] of changes.entries()) {
      const stored = (await stores.journeys.load(journey)) !== undefined;
      expect(stored).toBe(kinds[i] === 'committed');
    }
  });
});
