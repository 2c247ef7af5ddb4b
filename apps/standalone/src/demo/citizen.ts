import { type JourneyDocument } from '../../../api/src/citizen/journey-document.js';
import { type MessageDocument, type MessagePage } from '../../../api/src/mailbox/message-document.js';
import { ask, type HttpAnswer, must } from './rest.js';

/** Somebody who uses the API as anyone would: over HTTP, with a token. Reads Danish. */
export class DemoCitizen {
  readonly #api: string;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(
    readonly name: string,
    api: string,
    token: string,
  ) {
    this.#api = api;
    this.#headers = { Authorization: `Bearer ${token}`, 'Accept-Language': 'da' };
  }

  static async signIn(name: string, api: string): Promise<DemoCitizen> {
    const { access_token } = await must<{ access_token: string }>('GET', `${api}/token/${name}`);
    return new DemoCitizen(name, api, access_token);
  }

  /** The journey as they may read it; undefined when they take no part in it. */
  async read(journey: string): Promise<JourneyDocument | undefined> {
    const { status, body } = await this.ask<JourneyDocument>('GET', `/v1/journeys/${journey}`);
    if (status === 200) return body;
    if (status === 404) return undefined;
    throw new Error(`${this.name} could not read the journey: ${JSON.stringify(body)}`);
  }

  /** What has been written to them in the journey, oldest first. */
  async messages(journey: string): Promise<readonly MessageDocument[]> {
    const path = `/v1/journeys/${journey}/messages`;
    const found: MessageDocument[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const page: MessagePage = await this.must(
        'GET',
        `${path}?limit=50${after && `&after=${encodeURIComponent(after)}`}`,
      );
      found.push(...page.items);
      after = page.next;
    }
    return found.reverse();
  }

  ask<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer<T>> {
    return ask(method, this.#api + path, body, { ...this.#headers, ...headers });
  }

  must<T>(method: string, path: string, body?: object): Promise<T> {
    return must(method, this.#api + path, body, this.#headers);
  }
}
