import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { iso } from '#calendar';
import { type Instant } from '#statechart';
import { ReservedConnections } from './reserved-connections.js';
import { type Schema } from './schema.js';
import { StorePool } from './store-client.js';

export interface DatabaseOptions {
  /** Connection string, e.g. `postgres://overgang@localhost/overgang`. */
  readonly url: string;
  /** Most connections for queries. Default 10. */
  readonly connections?: number;
  /** Most connections for what goes in groups: commits and look-ups. Default 6: groups are large and few. */
  readonly groupConnections?: number;
  /** Told of connections that break while nobody uses them; the pool replaces them. */
  readonly onError?: (error: Error) => void;
}

/** Connection pools of one process to Postgres. Whatever they are asked fails with RetryableError when Postgres is out of reach. */
export interface Database {
  /** For queries. */
  readonly kysely: Kysely<Schema>;
  /** For queries that Kysely is not made for. */
  readonly pool: pg.Pool;
  /** For statements that find all they touch by primary key: the one that commits, and look-ups in groups. */
  readonly byKey: pg.Pool;
  /** Connections of {@link byKey} that stay with those who commit. */
  readonly commits: ReservedConnections;
  /** Waits for what is under way, then closes every connection. */
  close(): Promise<void>;
}

const SECOND = 1_000;

/** Commits that are under way at once, as a rule. */
const COMMITTING = 2;

// Out of patience before those who wait for us are. The client's own limit is for a server that has gone silent.
const TIMEOUTS = {
  connectionTimeoutMillis: 5 * SECOND,
  statement_timeout: 30 * SECOND,
  query_timeout: 35 * SECOND,
  idle_in_transaction_session_timeout: 30 * SECOND,
} as const;

// A plan made while the tables were small or not analysed yet must not scan them when they have grown.
const PLAN_BY_KEY = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin']
  .map(way => `-c enable_${way}=off`)
  .join(' ');

/** Opens the pools lazily: the first query finds out whether the server is there. */
export function openDatabase(options: DatabaseOptions): Database {
  const onError = options.onError ?? (() => undefined);
  const newPool = (settings: pg.PoolConfig): pg.Pool => {
    const pool = new StorePool({
      connectionString: options.url,
      keepAlive: true,
      types: { getTypeParser },
      application_name: 'overgang',
      ...TIMEOUTS,
      ...settings,
    });
    // Without a listener the loss of an idle connection would end the process, and so would that of one that is in use:
    // whoever uses it is told by the query that fails.
    pool.on('error', onError);
    pool.on('connect', client => client.on('error', () => undefined));
    return pool;
  };
  const pool = newPool({ max: options.connections ?? 10 });
  const most = options.groupConnections ?? 6;
  const byKey = newPool({
    max: most,
    options: `${PLAN_BY_KEY} -c jit=off -c plan_cache_mode=force_generic_plan`,
  });
  const commits = new ReservedConnections(byKey, Math.min(COMMITTING, most - 1), onError);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    pool,
    byKey,
    commits,
    close: async () => {
      commits.release();
      await Promise.all([kysely.destroy(), byKey.end()]);
    },
  };
}

/** SQL literal of an instant. */
export function timestamptz(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`${iso(instant)}::timestamptz`;
}

/** SQL list of ids, to be compared with `= any(…)`. */
export function uuids(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${ids}::uuid[])`;
}

const { builtins } = pg.types;

/** Instants as epoch milliseconds, counts as numbers, days as text; all else as pg has it. */
function getTypeParser(
  ...[oid, format]: Parameters<typeof pg.types.getTypeParser>
): (value: string) => unknown {
  if (format !== 'binary') {
    if (oid === builtins.TIMESTAMPTZ) return toInstant;
    if (oid === builtins.INT8) return Number;
    if (oid === builtins.DATE) return value => value;
  }
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
}

const parseTimestamptz = pg.types.getTypeParser(builtins.TIMESTAMPTZ) as (value: string) => Date;

function toInstant(value: string): Instant {
  return parseTimestamptz(value).getTime();
}
