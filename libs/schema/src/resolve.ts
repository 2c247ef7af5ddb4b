import { type Json } from './json.js';
import { valueAt } from './data-path.js';
import { keysOf } from './pointer.js';

/** Resolution of a local reference, `#` or a JSON Pointer as a fragment (RFC 6901, 6). Undefined for one that leads nowhere. */
export function resolve(root: Json, reference: Json | undefined): Json | undefined {
  const path = typeof reference === 'string' ? referencePath(reference) : undefined;
  return path && valueAt(root, path);
}

/** The keys from the root to what a local reference names; undefined for one that is not local. */
export function referencePath(reference: string): string[] | undefined {
  if (reference !== '#' && !reference.startsWith('#/')) return undefined;
  try {
    return keysOf(decodeURIComponent(reference.slice(1)));
  } catch (error) {
    // A `%` that begins no character.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
