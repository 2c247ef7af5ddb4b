import { authoritySecret, Catalogue, deriveBearerToken } from '#authorities';
import { type JsonObject } from '#statechart';
import {
  type AuthoritiesApp,
  type AuthoritiesAppOptions,
  createAuthoritiesApp,
} from '../src/create-authorities-app.js';
import { Receiver } from './receiver.js';

export const SECRET = 'secret of this test';
export const TODAY = '2026-05-04';
export const catalogue = Catalogue.load();

/** An HTTP response, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
}

/** Simulated authorities that listen, and a receiver for what they send. */
export class Running {
  private constructor(
    readonly authorities: AuthoritiesApp,
    readonly receiver: Receiver,
    readonly url: string,
  ) {}

  static async start(options: Partial<AuthoritiesAppOptions> = {}): Promise<Running> {
    const clock = { now: () => Date.parse(`${TODAY}T10:00:00Z`) };
    const receiver = await Receiver.open();
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: SECRET,
      callbackBaseUrl: () => receiver.url,
      clocks: { calendar: clock, wall: clock },
      ...options,
    });
    return new Running(authorities, receiver, await authorities.listen(0));
  }

  /** Calls a service with the example of its contract, changed as said. */
  async call(
    id: string,
    key: string,
    change: JsonObject = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const service = catalogue.service(id);
    if (!service) throw new Error(`no service ${id}`);
    return this.send(
      'POST',
      `/${service.authority}${service.path}`,
      { ...service.example.input, ...change },
      {
        ...this.headersFor(service.authority, key),
        ...headers,
      },
    );
  }

  headersFor(authority: string, key: string): Record<string, string> {
    const token = deriveBearerToken(authoritySecret(SECRET, authority));
    return {
      'content-type': 'application/json',
      'idempotency-key': key,
      authorization: `Bearer ${token}`,
    };
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as JsonObject),
    };
  }

  async ledger(authority: string): Promise<readonly JsonObject[]> {
    const { body } = await this.send('GET', `/${authority}/ledger`);
    return body['entries'] as readonly JsonObject[];
  }

  async stop(): Promise<void> {
    await this.authorities.close();
    await this.receiver.close();
  }
}
