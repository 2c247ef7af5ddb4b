import { type Json, type JsonObject } from '#schema';
import { ChartError } from './chart-error.js';

/** The objects that a value is part of, innermost first. */
type Enclosing = { readonly object: object; readonly within: Enclosing | undefined };

/**
 * Normal form of a JSON value: the same before and after `JSON.parse(JSON.stringify(…))`.
 *
 * Properties that are `undefined` are left out, and -0 is 0; parts that are already plain are returned as they are,
 * and parts that are the very objects of `before` (an earlier result) are not looked into again.
 *
 * @param place what the value is, for the error: `context`, `output` …
 * @throws ChartError `notJson` for anything else JSON would change or lose: `undefined` in a list, NaN, infinities,
 *   functions, symbols, bigints, Dates, Maps, class instances, actor references, circles
 */
export function plainJson(value: unknown, place: string, before?: unknown, within?: Enclosing): Json {
  if (value !== undefined && Object.is(value, before)) return value as Json;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value === 0 ? 0 : value;
      break;
    case 'object':
      if (value === null) return null;
      for (let outer = within; outer; outer = outer.within) {
        if (outer.object === value) throw notJson(place, 'an object that it is itself part of');
      }
      if (Array.isArray(value)) return plainList(value, place, before, { object: value, within });
      if (isPlain(value)) return plainObject(value, place, before, { object: value, within });
  }
  throw notJson(place, nameOf(value));
}

function plainList(list: readonly unknown[], place: string, before: unknown, within: Enclosing): Json {
  const earlier = Array.isArray(before) ? (before as readonly unknown[]) : [];
  const plain = Array.from(list, (item, i) => plainJson(item, `${place}[${i}]`, earlier[i], within));
  return plain.every((item, i) => Object.is(item, list[i])) ? (list as readonly Json[]) : plain;
}

function plainObject(object: object, place: string, before: unknown, within: Enclosing): JsonObject {
  if (Object.getOwnPropertySymbols(object).length) throw notJson(place, 'a property named by a symbol');
  const fields = object as Record<string, unknown>;
  const earlier = (typeof before === 'object' && before ? before : {}) as Record<string, unknown>;
  let changed: Record<string, Json> | undefined;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    const plain =
      field === undefined ? undefined : plainJson(field, `${place}.${name}`, earlier[name], within);
    if (plain !== undefined && Object.is(plain, field)) continue;
    // Spread, not assigned: a property called `__proto__` stays one.
    changed ??= { ...(fields as Record<string, Json>) };
    if (plain === undefined) delete changed[name];
    else changed[name] = plain;
  }
  return changed ?? (fields as JsonObject);
}

function notJson(place: string, what: string): ChartError {
  const remedy = 'keep text, finite numbers, booleans, null, lists and plain objects';
  return new ChartError('notJson', `${place} holds ${what}, which JSON cannot hold; ${remedy}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared with Object.prototype: an object made in another realm (a vm context) has another one.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'undefined' : `a ${typeof value}`;
  return `an instance of ${value.constructor?.name ?? 'a class'}`;
}
