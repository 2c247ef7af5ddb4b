import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { catalogueData, type JourneyFiles, type ServiceCatalogue } from '#journey';
import { InvariantError, RetryableError } from '#runtime';
import { CheckTooLong } from './check-too-long.js';
import { type Examined } from './examine-journey.js';

export interface Examination {
  readonly id: string;
  readonly files: JourneyFiles;
}

/** What the thread says; `fault` is an error of ours, with its stack. */
export type CheckReply = { readonly examined: Examined } | { readonly fault: string };

export interface JourneyCheckOptions {
  /** Seconds that one check may take, the start of the thread included. Default 20. */
  readonly seconds?: number | undefined;
  /** Megabytes that one check may use. Default 512. */
  readonly megabytes?: number;
  /** Queue length: checks that may wait; one more is turned away. Default 8. */
  readonly mostWaiting?: number;
}

/** Only the compiled entry can be run by Node itself: sources, as tests run them, use it too. */
const ENTRY = fileURLToPath(
  import.meta.url.endsWith('.ts')
    ? new URL('../../../dist/libs/publishing/src/check-thread.js', import.meta.url)
    : new URL('check-thread.js', import.meta.url),
);

/**
 * A worker pool of one, with a watchdog: journeys that others send are examined one after the other in a thread of
 * their own, so that nobody else waits for a check; one that takes too long ends with its thread. The thread starts
 * with the first check and is kept.
 */
export class JourneyChecks {
  readonly #catalogue: ServiceCatalogue;
  readonly #options: Required<JourneyCheckOptions>;
  #thread: Worker | undefined;
  #underWay = 0;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(
    catalogue: ServiceCatalogue,
    { seconds = 20, megabytes = 512, mostWaiting = 8 }: JourneyCheckOptions = {},
  ) {
    this.#catalogue = catalogue;
    this.#options = { seconds, megabytes, mostWaiting };
  }

  /**
   * @throws CheckTooLong when it takes too long or too much memory
   * @throws RetryableError when too many wait already, or the process ends
   * @throws InvariantError when the check itself fails
   */
  async examine(id: string, files: JourneyFiles): Promise<Examined> {
    if (this.#underWay > this.#options.mostWaiting) {
      throw new RetryableError(`${this.#options.mostWaiting} checks wait; try again when they are done`, {
        retryAfter: this.#options.seconds * 1_000,
      });
    }
    this.#underWay += 1;
    const turn = this.#last.then(() => this.#ask({ id, files }));
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Ends the thread, and whatever it is at. Nest calls it when the application closes. */
  async onApplicationShutdown(): Promise<void> {
    this.#ended = true;
    await this.#thread?.terminate();
  }

  #ask(examination: Examination): Promise<Examined> {
    if (this.#ended) throw new RetryableError('the process ends');
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void): void => {
        clearTimeout(deadline);
        thread.off('message', onReply).off('error', onError).off('exit', onExit);
        settled();
      };
      const onReply = (reply: CheckReply): void =>
        settle(() =>
          'examined' in reply
            ? resolve(reply.examined)
            : reject(
                new InvariantError('check-failed', `the check of ${examination.id} failed: ${reply.fault}`),
              ),
        );
      const onError = (error: Error & { code?: string }): void =>
        settle(() =>
          reject(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? new CheckTooLong(`needs more than ${this.#options.megabytes} MB`)
              : new InvariantError('check-failed', `the check of ${examination.id} failed`, { cause: error }),
          ),
        );
      const onExit = (): void => settle(() => reject(new RetryableError('the process ends')));
      const deadline = setTimeout(
        () =>
          settle(() => {
            this.#discard(thread);
            reject(new CheckTooLong(`takes longer than ${this.#options.seconds} seconds`));
          }),
        this.#options.seconds * 1_000,
      );
      thread.on('message', onReply).on('error', onError).on('exit', onExit);
      thread.postMessage(examination);
    });
  }

  #start(): Worker {
    const thread = new Worker(ENTRY, {
      name: 'journey-checks',
      workerData: catalogueData(this.#catalogue),
      resourceLimits: { maxOldGenerationSizeMb: this.#options.megabytes },
      // It reads what designers send, and needs none of our secrets.
      env: {},
    });
    thread.unref();
    // Also between two checks: an error that nobody listens to would end the process.
    thread.on('error', () => this.#discard(thread)).on('exit', () => this.#discard(thread));
    return thread;
  }

  #discard(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined;
    void thread.terminate();
  }
}
