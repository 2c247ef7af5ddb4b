import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { creation, step } from '../../../test/conformance/ports/changes.js';
import { until, type FreshDatabase } from '../../../test/support/index.js';
import { migratedDatabase } from '../../../test/support/migrated-database.js';
import { type Database, openDatabase } from './database.js';
import { PostgresStores } from './postgres-stores.js';
import { MasterKeys } from './sealing/master-keys.js';

describe('a draft and the event that makes it obsolete, at the same time', () => {
  const person = randomUUID();
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  let other: pg.Client;

  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url });
    stores = new PostgresStores(database, new MasterKeys([randomBytes(32)]));
    other = new pg.Client({ connectionString: fresh.url });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await database.close();
    await fresh.drop();
  });

  const someoneWaits = (): Promise<unknown> =>
    until(async () => {
      const { rows } = await database.pool.query<{ waiting: number }>(
        `select count(*)::integer as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]!.waiting > 0;
    }, 'one to wait for the other');

  it('goes with its task when it was saved first, though the commit began before it was there', async () => {
    const created = creation();
    const { journey } = created;
    await stores.journeys.commit([created]);
    // What saving does, stopped in the middle: the journey's row is held, and the draft nobody else can see yet.
    await other.query('begin');
    await other.query('select from journey where journey_id = $1 for share', [journey]);
    await other.query("insert into draft values ($1, 'declareMove', $2, now(), '')", [journey, person]);
    const done = stores.journeys.commit([step(created, { draftsCleared: [{ task: 'declareMove' }] })]);
    await someoneWaits();
    await other.query('commit');
    expect(await done).toEqual([{ kind: 'committed' }]);
    const { rows } = await other.query('select from draft where journey_id = $1', [journey]);
    expect(rows).toEqual([]);
  });

  it('is not taken when its task was left first, though it was open when the saving began', async () => {
    const created = creation();
    const { journey } = created;
    await stores.journeys.commit([created]);
    await other.query('begin');
    await other.query("update journey set states = '{underWay}' where journey_id = $1", [journey]);
    const saved = stores.drafts.save(journey, 'declareMove', person, {
      data: { half: 'written' },
      savedAt: 0,
    });
    await someoneWaits();
    await other.query('commit');
    expect(await saved).toBe(false);
    expect(await stores.drafts.find(journey, 'declareMove', person)).toBeUndefined();
  });
});
