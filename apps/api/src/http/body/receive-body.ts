import { type Request } from 'express';
import { EdgeError } from '../../problem/edge-error.js';
import { type BodyBuffer } from './body-buffer.js';

/** Bytes that a chunk costs beside its own: a body may come in as many chunks as it has bytes. */
const CHUNK_OVERHEAD = 256;

export interface BodyBounds {
  /** Bytes. */
  readonly most: number;
  /** Milliseconds for the whole of it, however steadily it comes. */
  readonly within: number;
  /** Shared with the others that are on their way. */
  readonly buffer: BodyBuffer;
  /** Called when the body has to give way to others. */
  readonly onGivenWay: () => void;
}

/**
 * Bounded read: takes in the bytes of a body. Whoever waits to be told to send (`Expect: 100-continue`) is told now: until here, nobody has asked
 * for it.
 *
 * @throws EdgeError `too-large`, `too-slow`, `unavailable` when there is no room, `malformed-request` when it breaks off
 */
export function receiveBody(request: Request, bounds: BodyBounds): Promise<Buffer> {
  const { most, within, buffer } = bounds;
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.reject(bodyTooLarge());
  if (request.destroyed) return Promise.reject(bodyBrokenOff());
  if (request.headers.expect !== undefined) request.res?.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const incoming = buffer.enter(() => {
      bounds.onGivenWay();
      fail(noRoom());
    });
    const late = setTimeout(() => fail(bodyTooSlow()), within);
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > most) return fail(bodyTooLarge());
      chunks.push(chunk);
      incoming.grow(chunk.length + CHUNK_OVERHEAD);
    };
    const onEnd = (): void => {
      settle();
      resolve(Buffer.concat(chunks, length));
    };
    const onBreak = (): void => fail(bodyBrokenOff());
    const settle = (): void => {
      clearTimeout(late);
      incoming.leave();
      request.off('data', onData).off('end', onEnd).off('close', onBreak).off('error', onBreak);
    };
    const fail = (error: EdgeError): void => {
      settle();
      // What still comes is thrown away.
      request.on('error', () => undefined).resume();
      reject(error);
    };
    request.on('data', onData).on('end', onEnd).on('close', onBreak).on('error', onBreak);
  });
}

export const bodyTooLarge = (): EdgeError =>
  new EdgeError('too-large', 'The body is larger than is allowed here.');

export const bodyTooSlow = (): EdgeError =>
  new EdgeError('too-slow', 'The body did not come in time; send the request again.', {
    headers: { Connection: 'close' },
  });

const noRoom = (): EdgeError =>
  new EdgeError('unavailable', 'Too much is being sent at once; send the request again shortly.', {
    headers: { 'Retry-After': '1', Connection: 'close' },
  });

export const bodyBrokenOff = (): EdgeError =>
  new EdgeError('malformed-request', 'The body could not be read wholly; send it again.');
