import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Reply } from '../../e2e/api/client.js';
import { type SeededRandom } from '../../support/index.js';

/** One request of a person. */
export interface PersonsRequest {
  readonly person: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** `Idempotency-Key` */
  readonly key?: string;
  /** `If-Match` */
  readonly expects?: string;
}

/** A request that changes something and was answered with 2xx: whatever happens, it has been done. */
export interface AcknowledgedRequest extends PersonsRequest {
  readonly status: number;
  /** The body of the answer. */
  readonly answer: unknown;
}

/** Seconds after which a person no longer believes that it will be answered. */
const PATIENCE = 180;
/** Milliseconds to wait for one answer. */
const ANSWERS_WITHIN = 20_000;
const BEFORE_AGAIN = [100, 250, 500, 1_000] as const;

/** Persons who send a request again, to whichever api is there, until they know what came of it. */
export class Callers {
  readonly acknowledged: AcknowledgedRequest[] = [];
  /** Answers that no fault excuses, such as 500. */
  readonly faults: string[] = [];

  readonly #apis: () => readonly string[];
  readonly #tokenOf: (person: string) => string;
  readonly #random: SeededRandom;

  constructor(apis: () => readonly string[], tokenOf: (person: string) => string, random: SeededRandom) {
    this.#apis = apis;
    this.#tokenOf = tokenOf;
    this.#random = random;
  }

  /** @throws Error when no api gives an answer for minutes */
  async send(request: PersonsRequest): Promise<Reply> {
    const giveUpAt = performance.now() + PATIENCE * 1_000;
    let last = 'nobody was there';
    for (let attempt = 0; performance.now() < giveUpAt; attempt += 1) {
      const reply = await this.#once(request);
      if (typeof reply === 'string') last = reply;
      else if (reply.status < 300) {
        if (request.method !== 'GET')
          this.acknowledged.push({ ...request, status: reply.status, answer: reply.body });
        return reply;
      } else {
        last = `${reply.status} ${reply.text}`;
        if (reply.status >= 500 && reply.status !== 503) {
          this.faults.push(`${request.method} ${request.path} was answered ${last}`);
        }
        // 401: that api's clock is wrong, and it takes the token for an old one.
        if (reply.status < 500 && reply.status !== 401) return reply;
      }
      await sleep(BEFORE_AGAIN[Math.min(attempt, BEFORE_AGAIN.length - 1)]);
    }
    throw new Error(`${request.method} ${request.path} was not answered in ${PATIENCE} s: ${last}`);
  }

  async #once({ person, method, path, body, key, expects }: PersonsRequest): Promise<Reply | string> {
    const apis = this.#apis();
    if (apis.length === 0) return 'no api is up';
    const headers = {
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(expects !== undefined && { 'if-match': expects }),
    };
    const client = new Client(this.#random.pick(apis), this.#tokenOf(person), ANSWERS_WITHIN);
    try {
      return await client.send(method, path, body, headers);
    } catch (error) {
      return String(error);
    }
  }
}
