import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 5_000;

/**
 * Makes sure that no Postgres serves `dataFolder`, and removes the `postmaster.pid` that a killed one left.
 * Postgres itself refuses to start when the number in it now belongs to any other process, as in a container.
 * One that is just stopping, since its Overgang was killed a moment ago, is waited for.
 *
 * @throws Error when a Postgres keeps on serving the folder
 */
export async function clearLockFile(dataFolder: string): Promise<void> {
  const lockFile = join(dataFolder, 'postmaster.pid');
  for (let waited = 0; existsSync(lockFile); waited += 100) {
    const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
    if (!servesFolder(pid, dataFolder)) return rmSync(lockFile, { force: true });
    if (waited >= PATIENCE) {
      throw new Error(
        `Another Postgres (process ${pid}) serves ${dataFolder}: another Overgang runs from here. ` +
          'Stop that one first, or run from another folder.',
      );
    }
    await sleep(100);
  }
}

function servesFolder(pid: number, dataFolder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return commandLine(pid)?.includes(dataFolder) ?? false;
}

/** Undefined when there is no such process. */
function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8'); // slim images have no ps
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return undefined;
  }
}
