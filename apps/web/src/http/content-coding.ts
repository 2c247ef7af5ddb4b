import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Request } from 'express';

export type Coding = 'br' | 'gzip';

/** *Content negotiation*: the coding that a browser takes best (RFC 9110, section 12.5.3); undefined for one that takes none. */
export function codingFor(request: Request): Coding | undefined {
  const best = request.acceptsEncodings('br', 'gzip');
  return best === 'br' || best === 'gzip' ? best : undefined;
}

/** @param quality of Brotli, 0 to 11 */
export function encode(body: Buffer, coding: Coding, quality: number): Buffer {
  if (coding === 'gzip') return gzipSync(body);
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** A page as it is sent. */
export function coded(text: string, request: Request): { readonly body: Buffer; readonly coding?: Coding } {
  const body = Buffer.from(text);
  const coding = codingFor(request);
  return coding ? { body: encode(body, coding, 4), coding } : { body };
}
