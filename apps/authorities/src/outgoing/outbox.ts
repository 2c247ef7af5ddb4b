import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpClient, HttpError, signRequest } from '#authorities';
import { type WallClock } from '#runtime';
import { type Json } from '#statechart';
import { type Credential } from './credentials.js';

export interface OutboxOptions {
  /** Where callbacks and events go, without a slash at the end; undefined while it is not known. */
  readonly callbackBaseUrl: () => string | undefined;
  readonly wall: WallClock;
}

/** `acknowledged`: taken. `rejected`: will never be taken. */
export type Delivery = 'acknowledged' | 'rejected';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 15_000;
const TIMEOUT = 10_000;
/** Permanent failures; any other status is retried. */
const FINAL: ReadonlySet<number> = new Set([400, 404, 409, 410, 413, 415, 422]);

/** Webhook sender: signed callbacks and events, retried with exponential back-off until acknowledged or rejected. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #end = new AbortController();
  readonly #http = new HttpClient();
  #begun = 0;
  #ended = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    // Any number of messages may be on their way, or wait to be sent again.
    setMaxListeners(0, this.#end.signal);
  }

  /** How many messages were ever to be sent. */
  get begun(): number {
    return this.#begun;
  }

  /** How many are on their way. */
  get underWay(): number {
    return this.#begun - this.#ended;
  }

  /** Resolves when the message is taken or rejected; rejects only when the outbox is closed before. */
  async deliver(credential: Credential, path: string, contentType: string, message: Json): Promise<Delivery> {
    this.#begun += 1;
    try {
      return await this.#deliver(credential, path, contentType, message);
    } finally {
      this.#ended += 1;
    }
  }

  async #deliver(
    credential: Credential,
    path: string,
    contentType: string,
    message: Json,
  ): Promise<Delivery> {
    const body = JSON.stringify(message);
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      const status = await this.#post(credential, path, contentType, body);
      if (status !== undefined && status >= 200 && status < 300) return 'acknowledged';
      if (status !== undefined && FINAL.has(status)) return 'rejected';
      await pause(wait, undefined, { signal: this.#end.signal });
    }
  }

  close(): void {
    this.#end.abort();
  }

  async #post(
    { signer, secret }: Credential,
    path: string,
    contentType: string,
    body: string,
  ): Promise<number | undefined> {
    const { callbackBaseUrl, wall } = this.#options;
    const base = callbackBaseUrl();
    if (base === undefined) return undefined;
    const url = new URL(`${base}${path}`);
    const signed = signRequest(signer, secret, { path: url.pathname, body }, wall.now());
    try {
      const response = await this.#http.post({
        origin: url.origin,
        path: url.pathname,
        headers: { 'content-type': contentType, ...signed },
        body,
        timeout: TIMEOUT,
        signal: this.#end.signal,
      });
      return response.status;
    } catch (error) {
      if (error instanceof HttpError) return undefined;
      throw error;
    }
  }
}
