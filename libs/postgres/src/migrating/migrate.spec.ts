import { RetryableError } from '#runtime';
import { freePort, freshDatabase, type FreshDatabase, rowsFrom } from '../../../../test/support/index.js';
import { migrate } from './migrate.js';
import { type Migration, readMigrations } from './migrations.js';

const migration = (number: number, sql: string): Migration => ({
  number,
  name: `000${number}-test.sql`,
  sql,
  digest: `digest of ${sql}`,
});
const FIRST = migration(1, 'create table first (id integer)');
const SECOND = migration(2, 'create table second (id integer)');

describe('migrating', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  async function tables(): Promise<string[]> {
    const sql = "select tablename from pg_tables where schemaname = 'public' order by 1";
    const rows = await rowsFrom<{ tablename: string }>(database.url, sql);
    return rows.map(row => row.tablename);
  }

  it('applies what is new, once', async () => {
    expect(await migrate(database.url, [FIRST])).toEqual([FIRST.name]);
    expect(await migrate(database.url, [FIRST, SECOND])).toEqual([SECOND.name]);
    expect(await migrate(database.url, [FIRST, SECOND])).toEqual([]);
    expect(await tables()).toEqual(['first', 'migration', 'second']);
  });

  it('takes turns when many start at once', async () => {
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(database.url)));
    expect(applied.filter(names => names.length > 0)).toEqual([
      (await readMigrations()).map(({ name }) => name),
    ]);
  });

  it('applies a migration wholly or not at all, and says which one fails', async () => {
    const broken = migration(2, 'create table second (id integer); create table third (id nonsense)');
    await expect(migrate(database.url, [FIRST, broken])).rejects.toThrow(
      /^migrations\/0002-test.sql cannot be applied: type "nonsense" does not exist/,
    );
    expect(await tables()).toEqual(['first', 'migration']);
    expect(await migrate(database.url, [FIRST, SECOND])).toEqual([SECOND.name]);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(database.url, [FIRST]);
    const changed = migration(1, 'create table first (id bigint)');
    await expect(migrate(database.url, [changed, SECOND])).rejects.toThrow(
      /^migration 0001-test.sql has been changed since it was applied: put migrations\/0001-test.sql back/,
    );
    expect(await tables()).toEqual(['first', 'migration']);
  });

  it('refuses a database that is ahead of the program', async () => {
    await migrate(database.url, [FIRST, SECOND]);
    await expect(migrate(database.url, [FIRST])).rejects.toThrow(
      /has migration 0002-test.sql, which this program does not know/,
    );
  });

  it('says that Postgres is out of reach', async () => {
    const url = `postgres://127.0.0.1:${await freePort()}/none`;
    const migrated = migrate(url);
    await expect(migrated).rejects.toThrow(RetryableError);
    await expect(migrated).rejects.toThrow(/Postgres is out of reach: .*ECONNREFUSED/);
  });
});
