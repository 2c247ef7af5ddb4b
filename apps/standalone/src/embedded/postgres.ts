import pg from 'pg';
import { freePort } from './free-port.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { postgresDataFolder } from './postgres-data-folder.js';
import { serverFolder, type ServerFolder } from './server-folder.js';
import { startServer, type ServerProcess } from './server-process.js';
import { unprivilegedUser, type UnprivilegedUser } from './unprivileged-user.js';

export interface EmbeddedPostgres extends ServerProcess {
  /** Connection string of the asked-for database, of its owner, at 127.0.0.1. */
  readonly url: string;
  /** Where the data files are. */
  readonly dataFolder: string;
}

export interface EmbeddedPostgresOptions {
  /** Kept between runs. Without it a temporary folder, removed when the server stops. */
  readonly folder?: string;
  /** Created when it does not exist. */
  readonly database: string;
  /** Settings of `postgresql.conf`, e.g. `{ shared_buffers: '16MB' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** To come back at the port it had before; by default a free one. */
  readonly port?: number;
}

/**
 * Starts a Postgres server from the binaries that npm brought, on a free port of 127.0.0.1 with a password of its own.
 * It ends with this process, however that ends. As root it runs as user `postgres` or `nobody`.
 *
 * @throws Error when the folder belongs to another running server or another version of Postgres, or Postgres fails
 */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser();
  const binaries = postgresBinaries(user);
  const place = serverFolder('postgres', options.folder, user);
  try {
    return await serve(options, place, binaries, user);
  } catch (error) {
    place.discard();
    throw error;
  }
}

async function serve(
  options: EmbeddedPostgresOptions,
  { folder, temporary, discard }: ServerFolder,
  binaries: PostgresBinaries,
  user: UnprivilegedUser | undefined,
): Promise<EmbeddedPostgres> {
  const { dataFolder, owner, password } = await postgresDataFolder(folder, binaries, user);
  const port = options.port ?? (await freePort());
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings };
  const server = await startServer({
    name: `Postgres (${folder})`,
    command: binaries.postgres,
    args: [
      `-D${dataFolder}`,
      `-p${port}`,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    readyWhenPrinted: 'database system is ready to accept connections',
    stopSignal: 'INT', // Postgres's "fast" shutdown: ends connections, loses nothing
    cwd: folder,
    user,
    temporaryFolder: temporary ? folder : undefined,
  });
  const urlOf = (database: string): string => `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabase(urlOf('postgres'), options.database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    pid: server.pid,
    ended: server.ended,
    url: urlOf(options.database),
    dataFolder,
    stop: async () => {
      await server.stop();
      discard();
    },
  };
}

/** Creates a database unless it is there. */
export async function createDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
