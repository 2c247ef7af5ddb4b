import { pointerTo } from '#schema';
import { type Json } from '#statechart';
import { type FieldError } from './form-validator.js';

const MOST_PARTS = 2_000;
const MOST_DEPTH = 12;
const MOST_TEXT = 100_000;

/** U+0000, and one half of a surrogate pair without the other. */
const NO_TEXT = /\0|[\uD800-\uDFFF]/u;

/** Names that JavaScript gives a meaning of its own. */
const HOSTILE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no form could want: data too large or too deep to look at, names that reach into JavaScript's own objects,
 * and text that PostgreSQL cannot store (U+0000 and half characters). Looked for before any schema is asked.
 */
export function hostileParts(data: Json): FieldError[] {
  let parts = 0;
  let text = 0;
  const errors: FieldError[] = [];
  const visit = (value: Json | undefined, path: string, depth: number): boolean => {
    parts += 1;
    if (typeof value === 'string') {
      text += value.length;
      if (NO_TEXT.test(value)) {
        errors.push({ path, code: 'hostile', message: 'has characters that are no text' });
      }
    }
    if (parts > MOST_PARTS || text > MOST_TEXT) {
      errors.push({ path: '', code: 'tooLarge', message: 'is larger than any form' });
      return false;
    }
    if (typeof value !== 'object' || value === null) return true;
    if (depth >= MOST_DEPTH) {
      errors.push({ path: '', code: 'tooDeep', message: 'is nested deeper than any form' });
      return false;
    }
    if (Array.isArray(value)) {
      return value.every((item, index) => visit(item as Json, `${path}/${index}`, depth + 1));
    }
    return Object.keys(value).every(name => {
      text += name.length;
      if (HOSTILE_NAMES.has(name)) {
        errors.push({ path, code: 'hostile', message: `has a field ${name}` });
        return false;
      }
      const member = (value as { readonly [name: string]: Json | undefined })[name];
      return visit(member, `${path}${pointerTo([name])}`, depth + 1);
    });
  };
  visit(data, '', 0);
  return errors;
}
