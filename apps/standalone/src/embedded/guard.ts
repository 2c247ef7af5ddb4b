import { spawn } from 'node:child_process';
import { type Socket } from 'node:net';

// Reads until its parent is gone, however it went, then ends what the parent left behind.
const SCRIPT = `
while read -r _; do :; done
kill -s "$2" "$1" 2>/dev/null
tries=0
while kill -0 "$1" 2>/dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -s KILL "$1" 2>/dev/null
if [ -n "$3" ]; then rm -rf "$3"; fi
`;

export interface Guard {
  /** To be called when the guarded process has ended: its number may soon be another's. */
  dismiss(): void;
}

/**
 * Ends process `pid` with `signal` (and after ten seconds with SIGKILL) once this process has ended,
 * also when it was killed itself and could not clean up.
 * It runs in a session of its own, where Ctrl-C does not reach it.
 *
 * @param folder removed afterwards; for temporary folders only
 */
export function guard(pid: number, signal: 'INT' | 'TERM', folder = ''): Guard {
  const watcher = spawn('/bin/sh', ['-c', SCRIPT, 'overgang-guard', String(pid), signal, folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as unknown as Socket).unref();
  return { dismiss: () => void watcher.kill('SIGKILL') };
}
