import { type JourneyDocument } from '../../../apps/api/src/citizen/journey-document.js';
import { type ProblemDocument } from '../../../apps/api/src/problem/problem-document.js';
import { until } from '../../support/until.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when there is none. */
  readonly body: unknown;
}

/** Speaks HTTP with the API, as one caller. */
export class Client {
  readonly #base: string;
  /** Milliseconds to wait for an answer; without it, for as long as it takes. */
  readonly #patience: number | undefined;

  constructor(
    base: string,
    readonly token?: string,

    patience?: number,
  ) {
    this.#base = base;
    this.#patience = patience;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      redirect: 'manual',
      ...(this.#patience !== undefined && { signal: AbortSignal.timeout(this.#patience) }),
      headers: {
        'accept-language': 'en',
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text ? JSON.parse(text) : undefined,
    };
  }

  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('PUT', path, body, headers);
  }

  /** Attaches a file to a field of a task; its type is found by its content. */
  async attach(path: string, content: Uint8Array<ArrayBuffer>, name = 'file.pdf'): Promise<Reply> {
    const response = await fetch(`${this.#base}${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${this.token}`,
        'accept-language': 'en',
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
      body: content,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as unknown };
  }

  /** Starts a journey, whatever is under way; fails the test when it does not start. */
  async start(
    definition = 'relocating',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<JourneyDocument> {
    const asked = await this.post('/v1/journeys', { definition }, headers);
    const { contradictions = [] } = asked.body as ProblemDocument;
    const confirm = contradictions.map(({ journey }) => journey);
    const reply =
      asked.status === 409 ? await this.post('/v1/journeys', { definition, confirm }, headers) : asked;
    if (reply.status !== 201)
      throw new Error(`Starting ${definition} answered ${reply.status}: ${reply.text}`);
    return reply.body as JourneyDocument;
  }

  /** What is answered to a GET; fails the test when it is refused. */
  async read<Body>(path: string, headers?: Readonly<Record<string, string>>): Promise<Body> {
    const reply = await this.get(path, headers);
    if (reply.status !== 200) throw new Error(`Reading ${path} answered ${reply.status}: ${reply.text}`);
    return reply.body as Body;
  }

  /** What a POST has made; fails the test when it is refused. */
  async create<Body>(
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Body> {
    const reply = await this.post(path, body, headers);
    if (reply.status !== 201) throw new Error(`POST ${path} answered ${reply.status}: ${reply.text}`);
    return reply.body as Body;
  }

  journey(id: string): Promise<JourneyDocument> {
    return this.read(`/v1/journeys/${id}`);
  }

  /** Does a task; fails the test when it is refused. */
  async submit(id: string, task: string, event: string, data?: unknown): Promise<JourneyDocument> {
    const reply = await this.post(`/v1/journeys/${id}/tasks/${task}`, {
      event,
      ...(data !== undefined && { data }),
    });
    if (reply.status !== 200) throw new Error(`${task} ${event} answered ${reply.status}: ${reply.text}`);
    return reply.body as JourneyDocument;
  }

  /** Waits until the journey is in a state. */
  reaches(id: string, state: string): Promise<JourneyDocument> {
    const look = async (): Promise<JourneyDocument | undefined> => {
      const journey = await this.journey(id);
      return journey.states.some(({ path }) => path === state) ? journey : undefined;
    };
    return until(look, `${id} to reach ${state}`);
  }
}

/** A problem document, having checked that it is one, with this status and code. */
export function problem(reply: Reply, status: number, code: string): ProblemDocument {
  expect({ status: reply.status, text: reply.text }).toMatchObject({ status });
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const document = reply.body as ProblemDocument;
  expect(document).toMatchObject({ code, status, type: `/problems/${code}` });
  expect(document.title).not.toBe('');
  expect(document.detail).not.toBe('');
  expect(document.instance).toMatch(/^urn:uuid:/);
  return document;
}
