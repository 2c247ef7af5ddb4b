import { ChartError } from './chart-error.js';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A property that is `undefined` is the same as a property that is not there (decisions/0001). */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/**
 * Gives `value` back as something that is the same before and after `JSON.parse(JSON.stringify(…))`.
 *
 * Properties that are `undefined` are left out; parts that are already plain are returned as they are, and parts
 * that are the very objects of `before` (an earlier result) are not looked into again.
 *
 * @param place what the value is, for the error: `context`, `output` …
 * @throws ChartError `notJson` for anything else JSON would change or lose: `undefined` in a list, NaN, infinities,
 *   functions, symbols, bigints, Dates, Maps, class instances, actor references
 */
export function plainJson(value: unknown, place: string, before?: unknown): Json {
  if (value !== undefined && value === before) return value as Json;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      break;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return plainList(value, place, before);
      if (isPlain(value)) return plainObject(value, place, before);
  }
  throw new ChartError(
    'notJson',
    `${place} holds ${nameOf(value)}, which JSON cannot hold; keep text, finite numbers, booleans, null, lists and plain objects`,
  );
}

function plainList(list: readonly unknown[], place: string, before: unknown): Json {
  const earlier = Array.isArray(before) ? (before as readonly unknown[]) : [];
  const plain = Array.from(list, (item, i) => plainJson(item, `${place}[${i}]`, earlier[i]));
  return plain.every((item, i) => item === list[i]) ? (list as readonly Json[]) : plain;
}

/** As {@link plainJson}, for what must be an object. */
export function plainObject(object: object, place: string, before?: unknown): JsonObject {
  const fields = object as Record<string, unknown>;
  const earlier = (typeof before === 'object' && before ? before : {}) as Record<string, unknown>;
  let changed: Record<string, Json> | undefined;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (field !== undefined && field === earlier[name]) continue;
    const plain = field === undefined ? undefined : plainJson(field, `${place}.${name}`, earlier[name]);
    if (plain === field && plain !== undefined) continue;
    changed ??= Object.assign({}, fields as Record<string, Json>);
    if (plain === undefined) delete changed[name];
    else changed[name] = plain;
  }
  return changed ?? (fields as JsonObject);
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
  return `an instance of ${value.constructor.name}`;
}
