import { createHash } from 'node:crypto';

/**
 * A name that somebody else chose, such as an Idempotency-Key: still the same for the same, but not to be read. Journal origins
 * are not sealed, and people put anything into names.
 *
 * @param scope within which the name names one thing
 */
export function opaque(scope: string, name: string): string {
  return createHash('sha256').update(`${scope}\n${name}`).digest('base64url');
}
