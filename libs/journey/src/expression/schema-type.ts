import { isObject, type JsonSchema, resolve, subschemas } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { mergeTypes } from './merge-types.js';
import { DYN, type FieldType, type ValueType } from './value-type.js';

const typeBySchema = new WeakMap<object, ValueType>();

/**
 * The type of the values a JSON Schema (2020-12) allows, found once for each schema. Formats become types: `date`, `duration`, `date-time`
 * and `cpr`. `null` counts as absent. References are followed inside the schema (`#/$defs/…`).
 */
export function schemaType(schema: JsonSchema): ValueType {
  if (!isObject(schema)) return typeOf(schema, {}, 0);
  let type = typeBySchema.get(schema);
  if (!type) typeBySchema.set(schema, (type = typeOf(schema, schema, 0)));
  return type;
}

function typeOf(schema: Json | undefined, root: JsonObject, depth: number): ValueType {
  // A schema may refer to itself; what lies that deep is beyond what an expression asks for.
  if (!isObject(schema) || depth > 12) return DYN;
  const deeper = (part: Json | undefined): ValueType => typeOf(part, root, depth + 1);

  const own = ownType(schema, deeper);
  const parts = [own, deeper(resolve(root, schema['$ref']))];
  const some: ValueType[] = [];
  for (const { schema: part, path, to } of subschemas(schema)) {
    const [keyword] = path;
    if (to !== 'same' || keyword === 'if') continue;
    if (keyword === 'allOf') parts.push(deeper(part));
    else if (keyword === 'anyOf' || keyword === 'oneOf') some.push(deeper(part));
    // What holds only under a condition may be there or not.
    else parts.push(loosen(deeper(part)));
  }
  if (some.length > 0) parts.push(some.reduce(mergeTypes));
  return parts.filter(({ kind }) => kind !== 'dyn').reduce<ValueType>(intersect, DYN);
}

/** Kinds whose values are texts in JSON. */
const TEXTS = new Set(['string', 'date', 'period', 'timestamp', 'person', 'document']);

function ownType(schema: JsonObject, deeper: (part: Json | undefined) => ValueType): ValueType {
  if ('const' in schema) return literalType(schema.const ?? null);
  if (Array.isArray(schema.enum)) {
    const values = (schema.enum as readonly Json[]).filter(value => value !== null);
    return values.length > 0 ? values.map(literalType).reduce(mergeTypes) : DYN;
  }
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(type => type !== 'null');
  if (types.length > 1) return DYN;
  switch (types[0] ?? (isObject(schema.properties) ? 'object' : undefined)) {
    case 'boolean':
      return { kind: 'bool' };
    case 'integer':
      return { kind: 'int' };
    case 'number':
      return { kind: 'double' };
    case 'string':
      return formatType(schema.format);
    case 'array':
      return { kind: 'list', of: 'prefixItems' in schema ? DYN : deeper(schema['items']) };
    case 'object':
      return objectType(schema, deeper);
    default:
      return DYN;
  }
}

function formatType(format: Json | undefined): ValueType {
  switch (format) {
    case 'date':
      return { kind: 'date' };
    case 'duration':
      return { kind: 'period' };
    case 'date-time':
      return { kind: 'timestamp' };
    case 'cpr':
      return { kind: 'person' };
    case 'document':
      return { kind: 'document' };
    default:
      return { kind: 'string' };
  }
}

function objectType(schema: JsonObject, deeper: (part: Json | undefined) => ValueType): ValueType {
  if (!isObject(schema.properties)) {
    if ('patternProperties' in schema) return { kind: 'map', of: DYN };
    if (schema.additionalProperties === false || schema.unevaluatedProperties === false) {
      return { kind: 'object', fields: {} };
    }
    return { kind: 'map', of: deeper(schema.additionalProperties) };
  }
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields: Record<string, FieldType> = {};
  for (const [name, part] of Object.entries(schema.properties)) {
    const asked = required.has(name) && !(isObject(part) && 'x-only-if' in part);
    fields[name] = { type: deeper(part), optional: !asked || admitsNull(part) };
  }
  return { kind: 'object', fields };
}

function literalType(value: Json): ValueType {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', oneOf: [value] };
    case 'boolean':
      return { kind: 'bool' };
    case 'number':
      return { kind: Number.isInteger(value) ? 'int' : 'double' };
    default:
      return DYN;
  }
}

/** What both types say at once: an object has the fields of both, and a format says more than text. */
function intersect(a: ValueType, b: ValueType): ValueType {
  if (a.kind === 'dyn' || (a.kind === 'string' && !a.oneOf && TEXTS.has(b.kind))) return b;
  if (a.kind !== 'object' || b.kind !== 'object') return a;
  const fields: Record<string, FieldType> = { ...a.fields };
  for (const [name, field] of Object.entries(b.fields)) {
    const known = fields[name];
    fields[name] = known
      ? { type: intersect(known.type, field.type), optional: known.optional && field.optional }
      : field;
  }
  return { kind: 'object', fields };
}

function loosen(type: ValueType): ValueType {
  if (type.kind !== 'object') return type;
  return {
    kind: 'object',
    fields: Object.fromEntries(
      Object.entries(type.fields).map(([name, field]) => [name, { ...field, optional: true }]),
    ),
  };
}

function admitsNull(schema: Json | undefined): boolean {
  return isObject(schema) && Array.isArray(schema.type) && schema.type.includes('null');
}
