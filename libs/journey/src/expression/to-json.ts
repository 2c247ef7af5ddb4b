import { Optional } from '@marcbachmann/cel-js';
import { type Json } from '#statechart';
import { AttachedFile, CalendarDate, CalendarPeriod, Person, RoleHolder, ValueError } from './cel-values.js';
import { WrappedObject, rawOf } from './object-class.js';

/**
 * A CEL value as JSON: dates, periods and timestamps as ISO 8601 text, persons as their id. An optional that is
 * absent gives undefined, which a mapping leaves out.
 */
export function toJson(value: unknown): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    case 'number':
      if (Number.isFinite(value)) return value;
      throw new ValueError('a number is infinite or none');
    case 'object':
      return value === null ? null : objectToJson(value);
    default:
      throw new ValueError(`it gives a ${typeof value}, which cannot be kept`);
  }
}

function objectToJson(value: object): Json | undefined {
  if (value instanceof CalendarDate || value instanceof CalendarPeriod) return value.iso;
  if (value instanceof AttachedFile) return value.id;
  if (value instanceof Person || value instanceof RoleHolder) return value.id;
  if (value instanceof WrappedObject) return rawOf(value) as Json;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Optional) return value.hasValue() ? toJson(value.value()) : undefined;
  if (Array.isArray(value)) return value.map(item => toJson(item) ?? null);
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, item]) => {
      const json = toJson(item);
      return json === undefined ? [] : [[String(key), json]];
    }),
  );
}
