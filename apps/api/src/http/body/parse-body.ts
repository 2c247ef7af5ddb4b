import { type Request } from 'express';
import { EdgeError } from '../../problem/edge-error.js';

const JSON_TYPES = ['application/json', 'application/cloudevents+json'];
const DEEPEST = 32;
// Names that reach into JavaScript's own objects; some libraries drop them without a word, and we do not.
const REACHING = new Set(['__proto__', 'constructor', 'prototype']);

/** @throws EdgeError `unsupported-media-type` for anything but JSON in UTF-8, as it is */
export function requireJson(request: Request): void {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = request.headers;
  if (request.is(JSON_TYPES) === false) {
    const sent = type === undefined ? 'no content type' : 'another content type';
    throw new EdgeError(
      'unsupported-media-type',
      `The body was sent with ${sent}; send it as application/json.`,
    );
  }
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type ?? '')?.[1] ?? 'utf-8';
  if (charset.toLowerCase() !== 'utf-8' || encoding.toLowerCase() !== 'identity') {
    throw new EdgeError('unsupported-media-type', 'Send the body in UTF-8, not compressed.');
  }
}

/**
 * Strict JSON parser: one object or list, not deeper than 32 levels, and nothing that could not be stored. Undefined for no bytes.
 *
 * @throws EdgeError `malformed-json`
 */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const value = parse(bytes);
  const fault = faultIn(value, 0);
  if (fault !== undefined) throw new EdgeError('malformed-json', fault);
  return value;
}

// The parser's own message quotes the body, so it is not passed on.
function parse(bytes: Buffer): object {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw new EdgeError('malformed-json', 'The body is not well-formed JSON; send one JSON object.');
}

/** What JSON allows and we do not: depth without bound, names that reach into objects, text that cannot be stored. */
function faultIn(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') || /\p{Surrogate}/u.test(value)
      ? 'A text in the body holds a NUL character or half a surrogate pair; leave it out.'
      : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return `The body is nested deeper than ${DEEPEST} levels.`;
  for (const [key, member] of Object.entries(value)) {
    if (REACHING.has(key))
      return `A member of the body is named "${key}", which nothing asks for; leave it out.`;
    const fault = faultIn(key, depth) ?? faultIn(member, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
