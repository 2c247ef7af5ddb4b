import { createHash } from 'node:crypto';

/** What is kept of a secret of 256 random bits: who reads it can use it for nothing. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
