import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Socket } from 'node:net';
import { guard } from './guard.js';

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason, with how it ended and its last words. */
  readonly ended: Promise<string>;
  /** Ends the process and waits until it has ended. May be called twice. */
  stop(): Promise<void>;
}

export interface ServerCommand {
  /** For messages: `Postgres`, `Redis`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Given to the process on its standard input. */
  readonly input?: string;
  /** What the server prints once it accepts connections. */
  readonly readyWhenPrinted: string;
  readonly stopSignal: 'INT' | 'TERM';
  readonly cwd: string;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Removed when this process ends without stopping the server; for temporary folders. */
  readonly temporaryFolder?: string | undefined;
}

const STARTS_WITHIN = 60_000;
const STOPS_WITHIN = 20_000;
const LAST_WORDS = 4_000;

/**
 * Starts a server as a child process and waits until it accepts connections.
 * The child is in a session of its own, so that Ctrl-C lets us stop first; it ends with this process in any case.
 *
 * @throws Error with the server's own last words when it ends, or prints nothing expected, within a minute
 */
export async function startServer(server: ServerCommand): Promise<ServerProcess> {
  const child = spawn(server.command, server.args, {
    cwd: server.cwd,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...server.user,
  });
  let printed = '';
  let onPrinted = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed = (printed + chunk).slice(-LAST_WORDS);
      onPrinted();
    });
  }
  child.stdin.on('error', () => {}); // a server that has ended says so by its exit
  child.stdin.end(server.input ?? '');

  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(`${server.name} could not be started: ${error.message}`));
    child.once('close', (code, signal) =>
      resolve(`${server.name} ended (${signal ?? `exit code ${code}`}): ${printed.trim()}`),
    );
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(await ended);
  const watcher = guard(pid, server.stopSignal, server.temporaryFolder);
  void ended.then(() => watcher.dismiss());

  const ready = new Promise<'ready'>(resolve => {
    onPrinted = () => printed.includes(server.readyWhenPrinted) && resolve('ready');
  });
  const outcome = await Promise.race([ready, ended, after(STARTS_WITHIN)]);
  if (outcome !== 'ready') {
    child.kill('SIGKILL');
    throw new Error(
      outcome ?? `${server.name} was not ready within ${STARTS_WITHIN / 1000} s: ${printed.trim()}`,
    );
  }
  onPrinted = () => {};
  for (const handle of [child, child.stdout as Socket, child.stderr as Socket]) handle.unref();

  return {
    pid,
    ended,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const exit = once(child, 'exit');
      child.kill(`SIG${server.stopSignal}`);
      if ((await Promise.race([exit, after(STOPS_WITHIN)])) === undefined) child.kill('SIGKILL');
      await exit;
    },
  };
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise(resolve => setTimeout(() => resolve(undefined), milliseconds).unref());
}
