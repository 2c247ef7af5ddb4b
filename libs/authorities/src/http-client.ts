import { Agent, type Dispatcher } from 'undici';

export interface HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds from the call to the last byte of the response. */
  readonly timeout: number;
  /** Aborts the exchange. May outlive any number of them: nothing is left on it. */
  readonly signal?: AbortSignal | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body, decoded as UTF-8; empty for a 5xx. */
  readonly text: string;
}

export type HttpFault = 'timeout' | 'aborted' | 'too-large' | 'unreachable';

/** An exchange that ended without a complete response. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly fault: HttpFault,
    cause?: unknown,
  ) {
    super(fault, { cause });
  }
}

/** Size limit of a response body in bytes; the answers of the contracts are far below. */
export const MOST_ANSWER_BYTES = 1024 * 1024;

const UTF8 = new TextDecoder();

/**
 * HTTP client for POST over kept connections, one pool per origin (undici's dispatcher). `fetch` does the same at four times
 * the cost: web streams, `Response` and an `AbortSignal` for each request.
 *
 * Redirects are not followed: they would send personal data to an address that is not configured.
 */
export class HttpClient {
  // The timeout of a request covers these as well.
  readonly #agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

  /** @throws HttpError when there is no complete response within time and size */
  post(request: HttpRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      if (request.signal?.aborted) return reject(new HttpError('aborted'));
      const { origin, path, headers, body } = request;
      const exchange = new Exchange(request, resolve, reject);
      this.#agent.dispatch({ origin, path, method: 'POST', headers, body }, exchange);
    });
  }

  /** Closes every connection at once: exchanges under way, and all later ones, are `unreachable`. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** Deadline and size limit of one exchange; settles its promise once. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (response: HttpResponse) => void;
  readonly #reject: (error: HttpError) => void;
  readonly #chunks: Buffer[] = [];
  readonly #timer: NodeJS.Timeout;
  #length = 0;
  #head: Omit<HttpResponse, 'text'> = { status: 0, headers: {} };
  #connection: Dispatcher.DispatchController | undefined;
  #ended: Error | undefined;

  constructor(
    request: HttpRequest,
    resolve: (response: HttpResponse) => void,
    reject: (error: HttpError) => void,
  ) {
    this.#signal = request.signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#fail('timeout'), request.timeout);
    this.#signal?.addEventListener('abort', this.#abort);
  }

  onRequestStart(connection: Dispatcher.DispatchController): void {
    this.#connection = connection;
    // It ended while it waited for a connection.
    if (this.#ended) connection.abort(this.#ended);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: HttpResponse['headers']): void {
    this.#head = { status, headers };
    if (status < 500) return;
    this.#resolve({ ...this.#head, text: '' });
    this.#end(new HttpError('aborted'));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    // A process must not run out of memory over one response.
    if (this.#length > MOST_ANSWER_BYTES) this.#fail('too-large');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#release();
    this.#resolve({ ...this.#head, text: UTF8.decode(Buffer.concat(this.#chunks)) });
  }

  onResponseError(_: unknown, cause: Error): void {
    if (!this.#ended) this.#fail('unreachable', cause);
  }

  readonly #abort = (): void => this.#fail('aborted');

  #fail(fault: HttpFault, cause?: unknown): void {
    const error = new HttpError(fault, cause);
    this.#reject(error);
    this.#end(error);
  }

  #end(reason: Error): void {
    this.#release();
    this.#ended = reason;
    this.#connection?.abort(reason);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#abort);
  }
}
