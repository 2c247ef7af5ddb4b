import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger } from 'pino';
import { type Relay } from '#runtime';

/** Polling loop: lets the relay make its rounds, one after the other, for as long as the process works. */
export class RelayLoop {
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  readonly #relay: Pick<Relay, 'round'>;
  readonly #interval: number;
  readonly #logger: Logger;

  /** @param interval milliseconds between two rounds when the last one rang for all that was due */
  constructor(relay: Pick<Relay, 'round'>, interval: number, logger: Logger) {
    this.#relay = relay;
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
