import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { clearLockFile } from './postgres-lock-file.js';
import { serverFolder } from './server-folder.js';
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
}

const OWNER = 'overgang';

/**
 * Starts a Postgres server from the binaries that npm brought, on a free port of 127.0.0.1 with a password of its own.
 * It ends with this process, however that ends. As root it runs as user `postgres` or `nobody`.
 *
 * @throws Error when the folder belongs to another running server or another version of Postgres, or Postgres fails
 */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser();
  const binaries = postgresBinaries(user);
  const { folder, temporary } = serverFolder('postgres', options.folder, user);
  const dataFolder = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const own = (path: string): void => {
    if (user) chownSync(path, user.uid, user.gid);
  };
  if (!existsSync(dataFolder)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    own(passwordFile);
    await initialise(binaries, dataFolder, passwordFile, user);
  }
  checkVersion(dataFolder, binaries.major);
  await clearLockFile(dataFolder);

  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings };
  const server = await startServer({
    name: `Postgres (${folder})`,
    command: binaries.postgres,
    args: [
      '-D',
      dataFolder,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    readyWhenPrinted: 'database system is ready to accept connections',
    stopSignal: 'INT', // Postgres's "fast" shutdown: ends connections, loses nothing
    cwd: folder,
    user,
    temporaryFolder: temporary ? folder : undefined,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    if (temporary) rmSync(folder, { recursive: true, force: true });
  };
  const password = readFileSync(passwordFile, 'utf8');
  const urlOf = (database: string): string => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabase(urlOf('postgres'), options.database);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: server.pid, ended: server.ended, stop, url: urlOf(options.database), dataFolder };
}

// Into a folder beside the real one, so that a run that was cut short leaves nothing that looks complete.
async function initialise(
  { initdb }: PostgresBinaries,
  dataFolder: string,
  passwordFile: string,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  const half = `${dataFolder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (user) chownSync(half, user.uid, user.gid);
  const child = spawn(
    initdb,
    [
      `--pgdata=${half}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin', // sorts alike on every machine
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...user },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (printed += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Postgres could not set up its data folder ${half}: ${printed.trim()}`);
  renameSync(half, dataFolder);
}

function checkVersion(dataFolder: string, major: string): void {
  const found = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Error(
    `${dataFolder} was made by Postgres ${found}, this is Postgres ${major}: ` +
      'move the folder away to start with an empty database, or set DATABASE_URL to a Postgres of your own.',
  );
}

async function createDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
