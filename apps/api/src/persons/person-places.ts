import type { JsonSchema } from '#journey';
import type { Json } from '#statechart';

/** Where in some data a person stands: keys and indexes from the root. */
export type Place = readonly (string | number)[];

type SchemaObject = { readonly [keyword: string]: Json | undefined };

/** Keywords whose schemas say more of the same data. */
const SAME = ['allOf', 'anyOf', 'oneOf'];
const SAME_ONE = ['if', 'then', 'else'];

/**
 * Every place of `data` that a schema marks with `format: cpr`, whatever stands there. Schemas are self-contained: references
 * are local (`#/…`). A place that two branches of a choice name is given once.
 */
export function personPlaces(schema: JsonSchema, data: Json): readonly Place[] {
  const found = new Map<string, Place>();
  const visit = (part: Json | undefined, value: Json | undefined, place: Place, depth: number): void => {
    // Deeper than any data: only a schema that refers to itself comes here.
    if (!isObject(part) || value === undefined || depth > 64) return;
    if (part['format'] === 'cpr') found.set(JSON.stringify(place), place);
    const same = (other: Json | undefined): void => visit(other, value, place, depth + 1);
    if (typeof part['$ref'] === 'string') same(resolve(schema, part['$ref']));
    for (const keyword of SAME) (asList(part[keyword]) ?? []).forEach(same);
    for (const keyword of SAME_ONE) same(part[keyword]);
    if (Array.isArray(value)) {
      const first = asList(part['prefixItems']) ?? [];
      value.forEach((item: Json, index) =>
        visit(first[index] ?? part['items'], item, [...place, index], depth + 1),
      );
    } else if (isObject(value)) {
      const properties = isObject(part['properties']) ? part['properties'] : {};
      for (const [key, member] of Object.entries(value)) {
        const own = Object.hasOwn(properties, key) ? properties[key] : part['additionalProperties'];
        visit(own, member, [...place, key], depth + 1);
      }
    }
  };
  visit(schema as Json, data, [], 0);
  return [...found.values()];
}

/** What stands at a place. */
export function valueAt(data: Json, place: Place): Json | undefined {
  return place.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return (value as readonly Json[])[Number(step)];
    return isObject(value) ? value[String(step)] : undefined;
  }, data);
}

/** The same data with other values at some places; the original is not touched. */
export function withValues(
  data: Json,
  values: readonly { readonly place: Place; readonly value: Json }[],
): Json {
  if (values.length === 0) return data;
  const copy = { root: structuredClone(data) };
  for (const { place, value } of values) {
    const path = ['root', ...place];
    const last = path.pop() as string | number;
    let parent: unknown = copy;
    for (const step of path) parent = (parent as Record<string | number, unknown>)[step];
    (parent as Record<string | number, unknown>)[last] = value;
  }
  return copy.root;
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
