import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger } from 'pino';
import { type Relay } from '#runtime';

export interface RelayLoopOptions {
  /** Milliseconds between two rounds when the last one rang for all that was due. */
  readonly interval: number;
}

/** Polling loop: lets the relay make its rounds, one after the other, for as long as the process works. */
export class RelayLoop {
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  readonly #relay: Pick<Relay, 'round'>;
  readonly #options: RelayLoopOptions;
  readonly #logger: Logger;

  constructor(relay: Pick<Relay, 'round'>, options: RelayLoopOptions, logger: Logger) {
    this.#relay = relay;
    this.#options = options;
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
      if (!more) await sleep(this.#options.interval, undefined, { signal }).catch(() => undefined);
    }
  }

  /** The store or the queue may be away: then the next round finds what this one could not ring for. */
  async #round(): Promise<boolean> {
    try {
      return await this.#relay.round();
    } catch (error) {
      this.#logger.warn({ err: error }, 'the relay could not make its round');
      return false;
    }
  }
}
