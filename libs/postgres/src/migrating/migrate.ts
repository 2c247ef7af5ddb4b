import type pg from 'pg';
import { StoreClient } from '../store-client.js';
import { type Migration, readMigrations } from './migrations.js';

// Any number that nothing else in this database locks.
const LOCK = 0x6f766572;

/**
 * Schema migration: brings the database up to this program's migrations, each in a transaction of its own. Processes that start
 * at the same time take turns (advisory lock).
 *
 * @param url connection string of a role that may create tables
 * @returns names of what was applied now
 * @throws Error when an applied migration has been changed, or the database is ahead of this program
 * @throws RetryableError when Postgres is out of reach
 */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations());
  const client = new StoreClient({ connectionString: url, application_name: 'overgang migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await applyTo(client, known);
  } finally {
    await client.end();
  }
}

async function applyTo(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  // Held until the connection ends.
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  await client.query(`
    create table if not exists migration (
      number integer primary key,
      name text not null,
      digest text not null,
      applied_at timestamptz not null default now()
    )`);
  const { rows: applied } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from migration order by number',
  );
  applied.forEach((earlier, i) => requireSame(earlier, migrations[i]));
  const pending = migrations.slice(applied.length);
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

function requireSame(applied: { name: string; digest: string }, known: Migration | undefined): void {
  if (!known) {
    throw new Error(
      `the database has migration ${applied.name}, which this program does not know: start a version that does, or use another database`,
    );
  }
  if (known.name !== applied.name || known.digest !== applied.digest) {
    throw new Error(
      `migration ${applied.name} has been changed since it was applied: put migrations/${known.name} back as it was and write the change as a new migration`,
    );
  }
}

async function apply(client: pg.Client, { number, name, sql, digest }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (number, name, digest) values ($1, $2, $3)', [
      number,
      name,
      digest,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(
      `migrations/${name} cannot be applied: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    );
  }
}
