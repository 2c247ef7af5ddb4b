import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startPostgres } from '../../apps/standalone/src/embedded/postgres.js';
import { runFolder } from './database.js';
import { SETTINGS } from './shared-servers.js';
import { until } from './until.js';

export interface FreshPostgres {
  /** Connection string of an empty database, of a superuser. */
  readonly url: string;
  /** SIGKILL: every connection breaks in the middle of what it did. */
  kill(): Promise<void>;
  /** Starts it again at the same address, on what it had written. */
  start(): Promise<void>;
  /** Ends the server. */
  stop(): Promise<void>;
}

/** A Postgres server of one test's own, to be killed and started at will. Stop it in the end. */
export async function freshPostgres(): Promise<FreshPostgres> {
  const folder = join(runFolder(), `postgres-${randomUUID()}`);
  const settings = { folder, database: 'overgang', settings: SETTINGS };
  let server = await startPostgres(settings);
  const at = { ...settings, port: Number(new URL(server.url).port) };
  return {
    url: server.url,
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    start: async () => {
      // What served connections when it was killed ends a moment later; until then the folder is in use.
      server = await until(() => startPostgres(at), 'Postgres to start again', 60);
    },
    stop: () => server.stop(),
  };
}
