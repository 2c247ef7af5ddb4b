import { type JourneyDocument, type TaskDocument } from '../../../api/src/citizen/journey-document.js';

/** Somebody who uses the API as anyone would: over HTTP, with a token. */
export class DemoCitizen {
  readonly #api: string;
  readonly #token: string;

  private constructor(
    readonly name: string,
    api: string,
    token: string,
  ) {
    this.#api = api;
    this.#token = token;
  }

  static async signIn(name: string, issuer: string, api: string): Promise<DemoCitizen> {
    const response = await fetch(`${issuer}/token/${name.toLowerCase()}`);
    const { access_token } = (await response.json()) as { access_token: string };
    return new DemoCitizen(name, api, access_token);
  }

  async start(definition: string, key: string): Promise<JourneyDocument> {
    return this.ask('POST', '/v1/journeys', { definition }, { 'Idempotency-Key': key });
  }

  async read(journey: string): Promise<JourneyDocument> {
    return this.ask('GET', `/v1/journeys/${journey}`);
  }

  /** Does a task as it was read: refused, should the journey have moved meanwhile. */
  async submit(journey: JourneyDocument, task: TaskDocument, event: string, data?: object): Promise<void> {
    const path = `/v1/journeys/${journey.id}/tasks/${task.task}`;
    await this.ask('POST', path, { event, ...(data && { data }) });
  }

  async ask<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const response = await fetch(this.#api + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        'Accept-Language': 'en',
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.name}: ${method} ${path} gave ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
