import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guard } from '../../apps/standalone/src/embedded/guard.js';

export interface OurProcess {
  readonly pid: number;
  /** Everything printed so far, standard output and error together. */
  printed(): string;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Whether it still runs. */
  running(): boolean;
  /** SIGSTOP: it stands still, and notices nothing, until `resume`. */
  suspend(): void;
  /** SIGCONT. */
  resume(): void;
  /** SIGTERM, the polite way. Returns the exit code (null when a signal ended it) once the process has ended. */
  end(): Promise<number | null>;
  /** SIGKILL: no chance to clean up. Returns once the process has ended. */
  kill(): Promise<void>;
}

/**
 * Starts a built program of ours in a process of its own.
 *
 * @param entry path below `dist/`, e.g. `apps/worker/src/main.js`
 * @param environment in addition to this process's own; undefined takes a variable away
 */
export function startOurs(
  entry: string,
  environment: Readonly<Record<string, string | undefined>> = {},
  args: readonly string[] = [],
): OurProcess {
  const path = fileURLToPath(new URL(`../../dist/${entry}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`${path} is not built: run npm run build.`);
  const child = spawn(process.execPath, ['--enable-source-maps', path, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  }
  const { pid } = child;
  if (pid === undefined) throw new Error(`${path} could not be started.`);
  const watcher = guard(pid, 'TERM');
  const exit = once(child, 'close').then(() => watcher.dismiss());
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const endBy = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (running()) child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return {
    pid,
    ended: exit,
    running,
    printed: () => printed,
    suspend: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    end: () => endBy('SIGTERM'),
    kill: async () => void (await endBy('SIGKILL')),
  };
}
