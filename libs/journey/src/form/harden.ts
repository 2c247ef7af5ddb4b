import { type Json } from '#statechart';
import { type JsonSchema } from '../catalogue.js';

/** Bounds for what a form leaves open. */
const MOST_CHARACTERS = 1000;
const MOST_ITEMS = 100;

/** Keywords whose value is one schema for a part of the data. */
const PART = ['items', 'contains', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'];
/** Keywords whose value is a mapping to schemas for parts of the data. */
const PARTS = ['properties', 'patternProperties'];
/** Keywords that say more of the same data: they must not close it, or none of two could add a field. */
const SAME = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not', 'dependentSchemas', '$defs'];

type SchemaObject = { readonly [keyword: string]: Json | undefined };

/**
 * The same schema with every object closed, every text and list bounded and numbers kept to those that JSON and
 * JavaScript agree on. What the form says itself stays.
 */
export function harden(schema: JsonSchema): SchemaObject | boolean {
  if (typeof schema === 'boolean') return schema;
  // Two versions of a journey have forms of the same name; as identities they would collide.
  const { $id: _name, ...rest } = hardened(schema, true) as SchemaObject;
  return rest;
}

function hardened(schema: Json | undefined, closing: boolean): Json | undefined {
  if (!isObject(schema)) return schema;
  const result: Record<string, Json | undefined> = { ...schema };
  for (const keyword of PART) {
    if (isObject(schema[keyword])) result[keyword] = hardened(schema[keyword], true);
  }
  for (const keyword of PARTS) {
    const parts = schema[keyword];
    if (isObject(parts)) result[keyword] = mapValues(parts, part => hardened(part, true));
  }
  for (const keyword of SAME) {
    const more = schema[keyword];
    if (Array.isArray(more)) result[keyword] = more.map(part => hardened(part as Json, false) as Json);
    else if (keyword === '$defs' || keyword === 'dependentSchemas') {
      if (isObject(more)) result[keyword] = mapValues(more, part => hardened(part, false));
    } else if (isObject(more)) result[keyword] = hardened(more, false);
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes('string')) result.maxLength ??= MOST_CHARACTERS;
  if (types.includes('array')) result.maxItems ??= MOST_ITEMS;
  if (types.includes('integer') || types.includes('number')) {
    result.minimum ??= Number.MIN_SAFE_INTEGER;
    result.maximum ??= Number.MAX_SAFE_INTEGER;
  }
  const isObjectSchema = types.includes('object') || isObject(schema.properties) || '$ref' in schema;
  const open = !('additionalProperties' in schema) && !('unevaluatedProperties' in schema);
  if (closing && isObjectSchema && open) result.unevaluatedProperties = false;
  return result;
}

function mapValues(parts: SchemaObject, map: (part: Json | undefined) => Json | undefined): SchemaObject {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, map(part)]));
}

function isObject(value: Json | undefined): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every field a schema speaks of, at any depth. */
export function fieldNames(schema: Json | undefined, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const part of schema) fieldNames(part as Json, found);
  if (!isObject(schema)) return found;
  if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) found.add(name);
  for (const part of Object.values(schema)) fieldNames(part, found);
  return found;
}
