import { createHash } from 'node:crypto';
import { canonicalJson } from '#schema';
import { type Json } from '#statechart';
import { EdgeError } from '../../problem/edge-error.js';

/** The key of `Idempotency-Key`, if sent: 1 to 128 visible ASCII characters. A quoted one (RFC 8941 string) is unquoted. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim();
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new EdgeError(
      'malformed-header',
      'Idempotency-Key must be 1 to 128 visible ASCII characters without spaces, e.g. a UUID.',
    );
  }
  return key;
}

/** The same for the same request, whatever the order of its members: SHA-256 over its canonical form (RFC 8785 order of keys). */
export function requestDigest(request: Json): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}
