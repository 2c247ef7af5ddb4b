import { Worker } from 'node:worker_threads';
import { TaskFailed, TaskOverrun, TaskRefused } from './errors.js';
import { type ThreadReply } from './serve-tasks.js';

export interface WatchedThreadOptions {
  /** Of its tasks, in the plural: `checks`. */
  readonly name: string;
  /** Path, see {@link compiledEntry}. */
  readonly entry: string;
  readonly workerData: unknown;
  /** Its environment variables. By default none: who reads what others send needs none of our secrets. */
  readonly env?: NodeJS.ProcessEnv;
  /** Seconds that one task may take, the start of the thread included. */
  readonly seconds: number;
  /** Megabytes that one task may use. */
  readonly megabytes: number;
  /** Seconds without a task after which the thread ends: it takes a second to start, and has loaded as much as the process itself. */
  readonly keptFor: number;
  /** Queue length: tasks that may wait; one more is turned away. */
  readonly mostWaiting: number;
}

/**
 * A worker pool of one, with a watchdog: tasks are done one after the other in a thread of their own, so that nobody else waits
 * for them; one that takes too long ends with its thread. The thread starts with the first task, and ends when there has been none
 * for a while.
 */
export class WatchedThread<Task extends { readonly id: string }, Result> {
  readonly #options: WatchedThreadOptions;
  #thread: Worker | undefined;
  #underWay = 0;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;
  #idle: NodeJS.Timeout | undefined;
  /** Threads that are given up, until they have ended. */
  #discarded: Promise<unknown> | undefined;

  constructor(options: WatchedThreadOptions) {
    this.#options = options;
  }

  /**
   * @throws TaskOverrun when it takes too long or too much memory
   * @throws TaskRefused when too many wait already, or the process ends
   * @throws TaskFailed when the work itself fails
   */
  async ask(task: Task): Promise<Result> {
    const { name, mostWaiting, seconds } = this.#options;
    if (this.#underWay > mostWaiting) {
      throw new TaskRefused(`${mostWaiting} ${name} wait; try again when they are done`, seconds * 1_000);
    }
    this.#underWay += 1;
    clearTimeout(this.#idle);
    const turn = this.#last.then(() => this.#do(task));
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#endWhenIdle();
    }
  }

  /** Ends the thread, and whatever it is at. */
  async end(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#idle);
    await Promise.all([this.#thread?.terminate(), this.#discarded]);
  }

  #endWhenIdle(): void {
    this.#idle = setTimeout(
      () => this.#thread && this.#discard(this.#thread),
      this.#options.keptFor * 1_000,
    ).unref();
  }

  #do(task: Task): Promise<Result> {
    if (this.#ended) throw new TaskRefused('the process ends');
    const { name, seconds, megabytes } = this.#options;
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void): void => {
        clearTimeout(deadline);
        thread.off('message', onReply).off('error', onError).off('exit', onExit);
        settled();
      };
      const failed = (why: string, cause?: Error): TaskFailed =>
        new TaskFailed(`${task.id}, one of the ${name}, failed${why}`, { cause });
      const onReply = (reply: ThreadReply<Result>): void =>
        settle(() => ('result' in reply ? resolve(reply.result) : reject(failed(`: ${reply.fault}`))));
      const onError = (error: Error & { code?: string }): void =>
        settle(() =>
          reject(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? new TaskOverrun(`needs more than ${megabytes} MB`)
              : failed('', error),
          ),
        );
      const onExit = (): void => settle(() => reject(new TaskRefused('the process ends')));
      const deadline = setTimeout(
        () =>
          settle(() => {
            this.#discard(thread);
            reject(new TaskOverrun(`takes longer than ${seconds} seconds`));
          }),
        seconds * 1_000,
      );
      thread.on('message', onReply).on('error', onError).on('exit', onExit);
      thread.postMessage(task);
    });
  }

  #start(): Worker {
    const { name, entry, workerData, env = {}, megabytes } = this.#options;
    const thread = new Worker(entry, {
      name,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      env,
    });
    thread.unref();
    // Also between two tasks: an error that nobody listens to would end the process.
    thread.on('error', () => this.#discard(thread)).on('exit', () => this.#discard(thread));
    return thread;
  }

  #discard(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined;
    this.#discarded = Promise.all([this.#discarded, thread.terminate()]);
  }
}
