import { type Request } from 'express';
import { type ShedLoad } from '../admission/shed-load.js';
import { BodyBuffer } from './body-buffer.js';
import { receiveBody } from './receive-body.js';

/** Bytes that a body may have unless its route names more. */
export const MOST_BYTES = 64 * 1024;

const BUFFER = 64 * 1024 * 1024;

/** Bounded body parser: reads the bodies of requests, each once, within bounds of size, time and memory. */
export class BodyReader {
  // Those whose sender is not known yet never make others give way.
  readonly #known = new BodyBuffer(BUFFER);
  readonly #unknown = new BodyBuffer(BUFFER);
  readonly #read = new WeakMap<Request, Promise<Buffer>>();
  readonly #within: number;
  readonly #shed: ShedLoad;

  /** @param within milliseconds that a body may take */
  constructor(within: number, shed: ShedLoad) {
    this.#within = within;
    this.#shed = shed;
  }

  /**
   * The bytes as they came; none when there are none. Rejects as {@link receiveBody} does.
   *
   * @param sender whether it is known by now who sends it
   */
  read(request: Request, sender: 'known' | 'unknown', most = MOST_BYTES): Promise<Buffer> {
    const read = this.#read.get(request) ?? this.#receive(request, sender, most);
    this.#read.set(request, read);
    return read;
  }

  #receive(request: Request, sender: 'known' | 'unknown', most: number): Promise<Buffer> {
    if (!hasBody(request)) return Promise.resolve(Buffer.alloc(0));
    return receiveBody(request, {
      most,
      within: this.#within,
      buffer: sender === 'known' ? this.#known : this.#unknown,
      onGivenWay: () => this.#shed.count('bodies'),
    });
  }
}

/** GET and HEAD have none for us, whatever is sent with them (RFC 9110, section 9.3.1). */
export function hasBody({ method, headers }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
