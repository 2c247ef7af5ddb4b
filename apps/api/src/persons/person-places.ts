import { type JsonSchema } from '#journey';
import { type Json } from '#statechart';

/** Where in some data a person stands: keys and indexes from the root. */
export type Place = readonly (string | number)[];

type SchemaObject = { readonly [keyword: string]: Json | undefined };

/** Keywords whose schemas say more of the same data. */
const SAME = ['allOf', 'anyOf', 'oneOf'];
const SAME_ONE = ['if', 'then', 'else'];

/**
 * Every place of `data` that a schema marks with `format: cpr`, whatever stands there. Schemas are self-contained: references
 * are local (`#/…`). All that a schema says of one value is gathered before what is inside is looked at, so that the time
 * grows with schema and data alone, also with a schema that refers to itself.
 */
export function personPlaces(schema: JsonSchema, data: Json): readonly Place[] {
  const found: Place[] = [];
  const visit = (parts: Set<SchemaObject>, value: Json, place: Place): void => {
    // A set also goes through what is added to it meanwhile, and through nothing twice.
    for (const part of parts) {
      for (const other of sayingMore(schema, part)) if (isObject(other)) parts.add(other);
    }
    if ([...parts].some(part => part['format'] === 'cpr')) found.push(place);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value as { readonly [key: string]: Json })) {
      const step = Array.isArray(value) ? Number(key) : key;
      const inside = [...parts].map(part => partAt(part, step)).filter(isObject);
      if (inside.length > 0) visit(new Set(inside), member, [...place, step]);
    }
  };
  if (isObject(schema)) visit(new Set([schema]), data, []);
  return found;
}

/** The schemas that say more of the same value. */
function sayingMore(root: JsonSchema, part: SchemaObject): (Json | undefined)[] {
  const reference = part['$ref'];
  return [
    ...(typeof reference === 'string' ? [resolve(root, reference)] : []),
    ...SAME.flatMap(keyword => asList(part[keyword]) ?? []),
    ...SAME_ONE.map(keyword => part[keyword]),
  ];
}

/** The schema of a member or an item. */
function partAt(part: SchemaObject, step: string | number): Json | undefined {
  if (typeof step === 'number') return asList(part['prefixItems'])?.[step] ?? part['items'];
  const { properties } = part;
  return isObject(properties) && Object.hasOwn(properties, step)
    ? properties[step]
    : part['additionalProperties'];
}

/** What stands at a place. */
export function valueAt(data: Json, place: Place): Json | undefined {
  return place.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return (value as readonly Json[])[Number(step)];
    return isObject(value) ? value[String(step)] : undefined;
  }, data);
}

/** The same data with other values at some places; the original is not touched, and only what leads to a place is copied. */
export function withValues(
  data: Json,
  values: readonly { readonly place: Place; readonly value: Json }[],
): Json {
  return values.reduce((changed, { place, value }) => withValue(changed, place, value), data);
}

function withValue(data: Json | undefined, [step, ...rest]: Place, value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(data)) {
    return (data as readonly Json[]).map((item, index) =>
      index === step ? withValue(item, rest, value) : item,
    );
  }
  const members = data as { readonly [key: string]: Json };
  return { ...members, [step]: withValue(members[step], rest, value) };
}

/** A place as JSON Pointer (RFC 6901). */
export function pointerTo(place: Place): string {
  return place.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function resolve(root: JsonSchema, reference: string): Json | undefined {
  if (!reference.startsWith('#/')) return undefined;
  const steps = reference.slice(2).split('/');
  return valueAt(
    root as Json,
    steps.map(step => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

function isObject(value: Json | undefined): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(value) ? (value as readonly Json[]) : undefined;
}
