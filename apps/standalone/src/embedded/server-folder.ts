import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canReach, type UnprivilegedUser } from './unprivileged-user.js';

export interface ServerFolder {
  readonly folder: string;
  readonly temporary: boolean;
  /** Removes a temporary folder, once its server has ended; does nothing to a kept one. */
  discard(): void;
}

/**
 * A folder that a server may write: `wanted`, or a new temporary one. It belongs to `user` if one is given.
 * Where `user` cannot reach `wanted` (below root's own home, say), a folder of the same fate under /var/tmp is used:
 * always the same for the same `wanted`.
 */
export function serverFolder(name: string, wanted?: string, user?: UnprivilegedUser): ServerFolder {
  const temporary = wanted === undefined;
  const folder = temporary ? mkdtempSync(join(tmpdir(), `overgang-${name}-`)) : kept(resolve(wanted), user);
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  const discard = (): void => {
    if (temporary) rmSync(folder, { recursive: true, force: true });
  };
  return { folder, temporary, discard };
}

function kept(wanted: string, user: UnprivilegedUser | undefined): string {
  mkdirSync(wanted, { recursive: true });
  if (!user || canReach(user, wanted)) return wanted;
  const place = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const instead = join('/var/tmp', `overgang-${place}`);
  mkdirSync(instead, { recursive: true });
  return instead;
}
