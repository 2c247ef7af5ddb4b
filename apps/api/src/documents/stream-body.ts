import { type Request } from 'express';
import { bodyBrokenOff, bodyTooLarge, bodyTooSlow } from '../http/body/receive-body.js';

/** What a body may be and take. */
export interface StreamBounds {
  /** Bytes. */
  readonly most: number;
  /** Milliseconds for the whole of it. */
  readonly within: number;
}

/**
 * Bounded stream: the bytes of a body as they come, no faster than they are taken. Whoever waits to be told to send
 * (`Expect: 100-continue`) is told now. What is left when the reader ends early is thrown away, so that the answer is heard.
 *
 * @throws EdgeError `too-large`, `too-slow`, `malformed-request` when it breaks off
 */
export async function* streamBody(request: Request, { most, within }: StreamBounds): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw discarding(request, bodyTooLarge());
  if (request.destroyed) throw bodyBrokenOff();
  if (request.headers.expect !== undefined) request.res?.writeContinue();
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(bodyTooSlow()), within);
  });
  late.catch(() => undefined);
  try {
    for (let length = 0; ;) {
      const next = chunks.next().catch(() => {
        throw bodyBrokenOff();
      });
      next.catch(() => undefined);
      const { done, value } = await Promise.race([next, late]);
      if (done) break;
      length += value.length;
      if (length > most) throw bodyTooLarge();
      yield value;
    }
    if (!request.complete) throw bodyBrokenOff();
  } finally {
    clearTimeout(timer);
    if (!request.complete) discarding(request);
  }
}

function discarding<E>(request: Request, error?: E): E | undefined {
  request.on('error', () => undefined).resume();
  return error;
}
