import { createHash } from 'node:crypto';
import { canonicalJson } from '#schema';
import { type Json } from '#statechart';

/**
 * SHA-256, in hex, of a value's canonical JSON. Comments and layout of the YAML do not count.
 *
 * The order of members does decide one thing in XState: the order in which parallel regions are entered. It
 * changes no outcome of a sound definition, and two definitions that differ only in it are the same.
 */
export function contentHash(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
