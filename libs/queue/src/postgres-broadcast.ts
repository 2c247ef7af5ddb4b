import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Broadcast, type OnError } from './queue-backend.js';

const RECONNECT_AFTER = 1_000;

/** LISTEN and NOTIFY in Postgres. Listening takes a connection of its own. */
export class PostgresBroadcast implements Broadcast {
  #listener: pg.Client | undefined;
  #closed = false;
  readonly #url: string;
  readonly #pool: pg.Pool;
  readonly #channel: string;
  readonly #onError: OnError;

  constructor(url: string, pool: pg.Pool, channel: string, onError: OnError) {
    this.#url = url;
    this.#pool = pool;
    this.#channel = channel;
    this.#onError = onError;
  }

  async send(text: string): Promise<void> {
    await this.#pool.query('select pg_notify($1, $2)', [this.#channel, text]);
  }

  async listen(heard: (text: string) => void, missed: () => void): Promise<void> {
    const listener = new pg.Client({
      connectionString: this.#url,
      application_name: 'overgang listener',
      keepAlive: true,
    });
    listener.on('notification', ({ payload }) => heard(payload ?? ''));
    listener.on('error', this.#onError);
    listener.on('end', () => void this.#listenAgain(heard, missed));
    this.#listener = listener;
    await listener.connect();
    await listener.query(`listen ${this.#channel}`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#listener?.end().catch(this.#onError);
  }

  async #listenAgain(heard: (text: string) => void, missed: () => void): Promise<void> {
    if (this.#closed) return;
    await sleep(RECONNECT_AFTER, undefined, { ref: false });
    if (this.#closed) return;
    try {
      await this.listen(heard, missed);
      missed();
    } catch (error) {
      // Its end brings us here again.
      this.#onError(error as Error);
    }
  }
}
