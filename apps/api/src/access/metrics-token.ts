import { createHash, timingSafeEqual } from 'node:crypto';

/** Token for the shared secret of the metrics scraper; undefined when there is none. */
export const METRICS_TOKEN = Symbol('metrics token');

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
