import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PostgresBinaries } from './postgres-binaries.js';
import { clearLockFile } from './postgres-lock-file.js';
import { type UnprivilegedUser } from './unprivileged-user.js';

export interface PostgresDataFolder {
  readonly dataFolder: string;
  readonly owner: string;
  readonly password: string;
}

const OWNER = 'overgang';

/**
 * Makes sure that `folder` holds a database cluster that a server may now be started on, with its owner's password.
 *
 * @throws Error when it is another version's, another running server's, or cannot be set up
 */
export async function postgresDataFolder(
  folder: string,
  binaries: PostgresBinaries,
  user: UnprivilegedUser | undefined,
): Promise<PostgresDataFolder> {
  const dataFolder = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (!existsSync(dataFolder)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(user, passwordFile);
    await initialise(binaries, dataFolder, passwordFile, user);
  }
  checkVersion(dataFolder, binaries.major);
  await clearLockFile(dataFolder);
  return { dataFolder, owner: OWNER, password: readFileSync(passwordFile, 'utf8') };
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
  giveTo(user, half);
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

function giveTo(user: UnprivilegedUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}
