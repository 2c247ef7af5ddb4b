import { freshDatabase, type FreshDatabase, until } from '../../../test/support/index.js';
import { type Database, openDatabase } from './database.js';

const ASK = { text: 'select pg_backend_pid() as pid, pg_sleep(0.05)' };

describe('ReservedConnections', () => {
  let fresh: FreshDatabase;
  let database: Database;
  const errors: Error[] = [];
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = openDatabase({ url: fresh.url, groupConnections: 3, onError: error => errors.push(error) });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const pid = async (): Promise<number> => (await database.commits.query<{ pid: number }>(ASK)).rows[0]!.pid;

  it('stay with the one who asks', async () => {
    const first = await pid();
    expect([await pid(), await pid()]).toEqual([first, first]);
    expect(database.byKey.idleCount).toBe(0);
  });

  it('go back when there are more of them than are kept, so that none waits for ever', async () => {
    const pids = await Promise.all(Array.from({ length: 12 }, pid));
    expect(pids).toHaveLength(12);
    expect(database.byKey.idleCount).toBe(1);
  });

  it('outlive a query that Postgres refuses for its data', async () => {
    const before = await pid();
    const division = { text: 'select 1 / $1::integer', values: [0] };
    await expect(database.commits.query(division)).rejects.toMatchObject({ code: '22012' });
    const pids = await Promise.all([pid(), pid()]);
    expect(pids).toContain(before);
  });

  it('are replaced when they break, whether or not they are in use', async () => {
    const [a, b] = await Promise.all([pid(), pid()]);
    const asked = database.commits.query({ text: 'select pg_sleep(60)' }).catch((error: unknown) => error);
    const asleep = "select pid from pg_stat_activity where query like '%pg_sleep(60)%' and state = 'active'";
    await until(
      async () => (await database.pool.query(`${asleep} and pid <> pg_backend_pid()`)).rowCount === 1,
      'it to sleep',
    );
    await database.pool.query('select pg_terminate_backend(pid) from unnest($1::integer[]) as p (pid)', [
      [a, b],
    ]);
    expect(await asked).toMatchObject({ name: 'RetryableError', cause: { code: '57P01' } });
    await until(() => errors.length === 1, 'the loss of the idle one to be noticed');
    const replaced = await Promise.all([pid(), pid()]);
    expect(replaced).not.toContain(a);
    expect(replaced).not.toContain(b);
  });

  it('do not keep the pool from ending, even those in use', async () => {
    const other = openDatabase({ url: fresh.url });
    const asked = other.commits.query(ASK);
    await until(() => other.byKey.totalCount - other.byKey.idleCount === 1, 'the query to be under way');
    await Promise.all([asked, other.close()]);
    expect(other.byKey.totalCount).toBe(0);
  });
});
