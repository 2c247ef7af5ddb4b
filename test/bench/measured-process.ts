import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** As in apps/Dockerfile. */
const AS_DEPLOYED = ['--max-semi-space-size=32'];

/** A system in a process of its own, which does what it is told: see the functions that `systems/<name>.ts` opens. */
export class MeasuredProcess {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  #last = 0;

  private constructor(
    readonly name: string,
    child: ChildProcess,
  ) {
    this.#child = child;
    this.pid = child.pid!;
    child.on('message', ({ id, result, error }: Reply) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(result as never);
      else waiting?.reject(new Error(`${name}: ${error}`));
    });
    child.on('exit', code => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${name} ended with ${code}`));
    });
  }

  /** @throws Error when the system cannot be opened; it says why on stderr */
  static async start(system: string, settings: object): Promise<MeasuredProcess> {
    const path = fileURLToPath(new URL('serve.mjs', import.meta.url));
    const child = fork(path, [system, JSON.stringify(settings)], {
      execArgv: ['--expose-gc', ...AS_DEPLOYED],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const measured = new MeasuredProcess(system, child);
    await new Promise((resolve, reject) => measured.#waiting.set(0, { resolve, reject }));
    return measured;
  }

  tell<Result>(command: string, argument?: unknown): Promise<Result> {
    const id = (this.#last += 1);
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, command, argument });
    });
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.removeAllListeners('exit');
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
