import { Overgang } from '../overgang.js';
import { type Servers } from '../servers.js';

export interface Bytes {
  /** Tables and indexes, for each journey that has ended. */
  readonly stored: number;
  /** Write-ahead log, for each step. */
  readonly logged: number;
}

/** What finished journeys of six dispatches leave in Postgres. */
export async function bytes(servers: Servers, journeys: number): Promise<Bytes> {
  const overgang = await Overgang.start(servers, 'bytes', { pack: 16 });
  // Past the first pages of everything.
  await overgang.work({ journeys: 100, atOnce: 100, steps: 6 });
  const before = await sizes(overgang);
  await overgang.work({ journeys, atOnce: 200, steps: 6 });
  const after = await sizes(overgang);
  await overgang.end();
  return {
    stored: (after.stored - before.stored) / journeys,
    logged: (after.logged - before.logged) / (journeys * 6),
  };
}

async function sizes(overgang: Overgang): Promise<Bytes> {
  await overgang.query('vacuum');
  const [row] = await overgang.query<{ stored: string; logged: string }>(`
    select pg_database_size(current_database()) as stored, pg_current_wal_lsn() - '0/0' as logged`);
  return { stored: Number(row?.stored), logged: Number(row?.logged) };
}
