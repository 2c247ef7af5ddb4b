import { isObject, type Json, listOf } from './json.js';

/**
 * Canonical JSON (RFC 8785): members sorted by name, no white space. Numbers and texts are written by `JSON.stringify`,
 * as the RFC wants them. A member that is undefined is not there.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${listOf(value).map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .flatMap(name => {
      const member = value[name];
      return member === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}
