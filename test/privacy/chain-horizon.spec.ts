import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from '../support/index.js';
import { type ChainedWorld, openChainedWorld } from './chained-world.js';

describe('how far the chaining of the access log has come', () => {
  let world: ChainedWorld;
  let journey: string;

  beforeAll(async () => {
    world = await openChainedWorld();
    journey = await world.moved(await world.stores.persons.personOf('0101900002'));
  });
  afterAll(() => world?.close());

  it('waits for a transaction that is under way, and misses nothing that it brings', async () => {
    await world.chained();
    const client = await world.database.pool.connect();
    await client.query('begin');
    await client.query(
      `insert into audit (at, actor, action, subjects) values (now(), 'ops:x', 'journey-read', array[$1])`,
      [journey],
    );
    await world.look(journey);
    expect((await world.chaining.round()).appended).toBe(0);
    await client.query('commit');
    client.release();
    expect(await world.chained()).toBe(2);
    expect(await world.fault()).toBeUndefined();
  });

  it('does not wait for a transaction of another database, whoever asks', async () => {
    await world.chained();
    const elsewhere = await freshDatabase();
    const other = new pg.Client({ connectionString: elsewhere.url });
    const ours = new pg.Client({ connectionString: world.url });
    await Promise.all([other.connect(), ours.connect()]);
    try {
      await other.query('begin');
      const { rows } = await other.query<{ id: string }>('select pg_current_xact_id()::text as id');
      await world.look(journey);
      await world.chaining.round();
      const [progress] = await world.query('select recorded_below as below from access_chain_progress');
      expect((progress as { below: number }).below).toBeGreaterThan(Number(rows[0]!.id));
      expect(await world.fault()).toBeUndefined();
      // Which transaction a session is in is for everybody to see, also where nothing else of it is.
      const role = `nobody_${randomUUID().replaceAll('-', '')}`;
      await ours.query(`begin; create role ${role}; set local role ${role}`);
      const seen = await ours.query('select query from pg_stat_activity where backend_xid = $1::text::xid', [
        rows[0]!.id,
      ]);
      expect(seen.rows).toEqual([{ query: '<insufficient privilege>' }]);
    } finally {
      await Promise.all([other.end(), ours.end()]);
      await elsewhere.drop();
    }
  });
});
