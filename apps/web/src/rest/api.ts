import { type Visit } from '../http/visit.js';
import { ApiProblem } from './api-problem.js';
import { type ProblemDocument } from './documents.js';

/** Milliseconds after which an answer comes too late for a page. */
const PATIENCE = 20_000;

/** Parts of a request besides its path. */
export interface ApiRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the request, and what is still read of its answer. */
  readonly signal?: AbortSignal;
}

/** *Gateway* to the REST API: speaks for whoever visits, in their language, with their token. */
export class Api {
  readonly #base: string;

  /** @param base the API's address, without `/v1` */
  constructor(base: string) {
    this.#base = base.replace(/\/$/, '');
  }

  /** @throws ApiProblem */
  async read<T>(visit: Visit, path: string, request: ApiRequest = {}): Promise<T> {
    const response = await this.send(visit, path, { signal: AbortSignal.timeout(PATIENCE), ...request });
    const text = await response.text().catch(() => {
      throw new ApiProblem(503);
    });
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** A file. @throws ApiProblem */
  async bytes(visit: Visit, path: string, request: ApiRequest = {}): Promise<ArrayBuffer> {
    return (await this.send(visit, path, request)).arrayBuffer();
  }

  /** A page that the API itself has, whatever it answers. @throws ApiProblem 503 when it cannot be reached */
  page(visit: Visit, address: string): Promise<Response> {
    return fetch(`${this.#base}${address}`, {
      redirect: 'manual',
      headers: headersOf(visit),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => {
      throw new ApiProblem(503);
    });
  }

  /** @throws ApiProblem */
  async send(
    visit: Visit,
    path: string,
    { method = 'GET', json, body, headers, signal }: ApiRequest,
  ): Promise<Response> {
    const response = await fetch(`${this.#base}/v1${path}`, {
      method,
      redirect: 'error',
      headers: {
        ...headersOf(visit),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body && { body }),
      ...(signal && { signal }),
    }).catch(() => {
      throw new ApiProblem(503);
    });
    if (!response.ok) {
      throw new ApiProblem(response.status, await problemIn(response), retryAfterIn(response));
    }
    const name = actedForIn(response);
    if (name !== undefined) await visit.rename?.(name);
    return response;
  }
}

/** The API counts whoever has not signed in by their address, and believes ours about it where it is told to. */
function headersOf({ language, visitor, client }: Visit): Record<string, string> {
  return {
    ...(client !== undefined && { 'X-Forwarded-For': client }),
    'Accept-Language': language,
    ...(visitor && { Authorization: `Bearer ${visitor.token}` }),
    ...(visitor?.actsFor && { 'On-Behalf-Of': visitor.actsFor.person }),
  };
}

/** What whoever the visitor acts for is called by now (RFC 8187). */
function actedForIn({ headers }: Response): string | undefined {
  const [, coded] = /; name\*=UTF-8''([^;]+)$/.exec(headers.get('on-behalf-of') ?? '') ?? [];
  return coded === undefined ? undefined : decodeURIComponent(coded);
}

/** Our API says it in seconds. */
function retryAfterIn({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}

async function problemIn(response: Response): Promise<ProblemDocument | undefined> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem ? ((await response.json()) as ProblemDocument) : undefined;
}
