import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger } from 'pino';

/** Work that is done in rounds. */
export interface Rounds {
  /** Names it in the log, e.g. `the relay`. */
  readonly name: string;
  /** @returns whether there is more to be done at once */
  round(): Promise<boolean>;
}

/** Polling loop: lets somebody make their rounds, one after the other, for as long as the process works. */
export class RoundLoop {
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  readonly #rounds: Rounds;
  readonly #interval: number;
  readonly #logger: Logger;

  /** @param interval milliseconds between two rounds when the last one did all that there was */
  constructor(rounds: Rounds, interval: number, logger: Logger) {
    this.#rounds = rounds;
    this.#interval = interval;
    this.#logger = logger;
    this.#running = this.#run();
  }

  /** Resolves when the round under way is over. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const more = await this.#round();
      if (!more) await sleep(this.#interval, undefined, { signal }).catch(() => undefined);
    }
  }

  /** The store or the queue may be away: then the next round finds what this one left. */
  async #round(): Promise<boolean> {
    try {
      return await this.#rounds.round();
    } catch (error) {
      this.#logger.warn({ err: error }, `${this.#rounds.name} could not make a round`);
      return false;
    }
  }
}
