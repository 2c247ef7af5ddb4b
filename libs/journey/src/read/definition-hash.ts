import { createHash } from 'node:crypto';
import { type Json } from '#statechart';
import { isRecord } from './cursor.js';

/**
 * SHA-256, in hex, of a value's canonical JSON: members sorted by key, no white space (after RFC 8785, without
 * its number formatting, which `JSON.stringify` already follows). Comments and layout of the YAML do not count.
 *
 * The order of members does decide one thing in XState: the order in which parallel regions are entered. It
 * changes no outcome of a sound definition, and two definitions that differ only in it are the same.
 */
export function contentHash(value: Json): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
