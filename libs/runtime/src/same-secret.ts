import { hash, timingSafeEqual } from 'node:crypto';

/** Constant-time comparison of secrets. Of digests, so that not even the length of the expected one shows. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(given), digest(expected));
}
