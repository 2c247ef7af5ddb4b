import { JOURNEY_ENDS } from '../state-definition.js';

/**
 * The type of a value in an expression. Dates, periods, timestamps and persons are types of their own, so that
 * adding a period to a date is checked and adding a date to a date is refused.
 */
export type ValueType =
  | { readonly kind: 'bool' | 'int' | 'double' | 'date' | 'period' | 'timestamp' | 'person' | 'document' }
  /** Somebody in a role: `cpr` is the person, `id` the same as text. */
  | { readonly kind: 'participant' }
  /** Not known beforehand; fits everything. */
  | { readonly kind: 'dyn' }
  | { readonly kind: 'string'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'list'; readonly of: ValueType }
  /** By text: what every participant of a role was remembered with, by person id. */
  | { readonly kind: 'map'; readonly of: ValueType }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, FieldType>> };

export interface FieldType {
  readonly type: ValueType;
  /** May be absent, so `has(…)` must be asked first or `.?` be used. */
  readonly optional: boolean;
}

export const DYN: ValueType = { kind: 'dyn' };
export const STRING: ValueType = { kind: 'string' };
const EMPTY: ValueType = { kind: 'object', fields: {} };

/** The type of a service's refusal, as `refusal` in `onError`. */
export const REFUSAL: ValueType = {
  kind: 'object',
  fields: {
    code: { type: STRING, optional: false },
    title: { type: STRING, optional: true },
    detail: { type: STRING, optional: true },
  },
};

/** The type of what a started journey is remembered as. */
export const STARTED: ValueType = {
  kind: 'object',
  fields: {
    journey: { type: STRING, optional: false },
    number: { type: { kind: 'int' }, optional: false },
    ended: { type: { kind: 'string', oneOf: JOURNEY_ENDS }, optional: true },
  },
};

/** An object without fields: what an event without data carries. */
export { EMPTY };

/** A type in words for a designer: `list of date`, `{ date, address? }`. */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case 'dyn':
      return 'anything';
    case 'string':
      return type.oneOf ? `one of ${type.oneOf.join(', ')}` : 'text';
    case 'list':
      return `list of ${describeType(type.of)}`;
    case 'map':
      return `map of ${describeType(type.of)}`;
    case 'object': {
      const names = Object.entries(type.fields).map(([name, field]) => (field.optional ? `${name}?` : name));
      return names.length > 0 ? `{ ${names.join(', ')} }` : 'an empty object';
    }
    default:
      return type.kind;
  }
}

const keys = new WeakMap<ValueType, string>();

/** Memoised structural key: equal types have equal keys. */
export function typeKey(type: ValueType): string {
  let key = keys.get(type);
  if (key === undefined) keys.set(type, (key = keyOf(type)));
  return key;
}

function keyOf(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return type.oneOf ? `string(${[...type.oneOf].sort().join('|')})` : 'string';
    case 'list':
    case 'map':
      return `${type.kind}<${typeKey(type.of)}>`;
    case 'object':
      return `{${Object.keys(type.fields)
        .sort()
        .map(name => {
          const field = type.fields[name] as FieldType;
          return `${JSON.stringify(name)}${field.optional ? '?' : ''}:${typeKey(field.type)}`;
        })
        .join(',')}}`;
    default:
      return type.kind;
  }
}
