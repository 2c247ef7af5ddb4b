import { isObject, type Json } from './json.js';
import { valueAt } from './data-path.js';
import { keysOf } from './pointer.js';

/** Resolution of a local reference, `#` or a JSON Pointer as a fragment (RFC 6901, 6). Undefined for one that leads nowhere. */
export function resolve(root: Json, reference: string): Json | undefined {
  if (reference !== '#' && !reference.startsWith('#/')) return undefined;
  try {
    return valueAt(root, keysOf(decodeURIComponent(reference.slice(1))));
  } catch (error) {
    // A `%` that begins no character.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** The target of a schema's own `$ref`; undefined when it has none. */
export function referredBy(root: Json, schema: Json | undefined): Json | undefined {
  const reference = isObject(schema) ? schema['$ref'] : undefined;
  return typeof reference === 'string' ? resolve(root, reference) : undefined;
}
