import { type Json } from '#statechart';
import { type JsonSchema } from '../catalogue.js';
import { mergeTypes } from './merge-types.js';
import { DYN, type FieldType, type ValueType } from './value-type.js';

type SchemaObject = Readonly<Record<string, Json | undefined>>;

/**
 * The type of the values a JSON Schema (2020-12) allows. Formats become types: `date`, `duration`, `date-time`
 * and `cpr`. `null` counts as absent. References are followed inside the schema (`#/$defs/…`).
 */
export function schemaType(schema: JsonSchema): ValueType {
  return typeOf(schema, isObject(schema) ? schema : {}, 0);
}

function typeOf(schema: Json | undefined, root: SchemaObject, depth: number): ValueType {
  // A schema may refer to itself; what lies that deep is beyond what an expression asks for.
  if (!isObject(schema) || depth > 12) return DYN;
  const deeper = (part: Json | undefined): ValueType => typeOf(part, root, depth + 1);
  if (typeof schema.$ref === 'string') return deeper(lookUp(root, schema.$ref));

  const own = ownType(schema, deeper);
  const all = list(schema.allOf).map(deeper);
  // What holds only under a condition may be there or not.
  const some = [...list(schema.oneOf), ...list(schema.anyOf)].map(deeper);
  const conditional = [schema.then, schema.else].filter(isObject).map(deeper).map(loosen);
  const parts: ValueType[] = [own, ...all, ...conditional].filter(type => type.kind !== 'dyn');
  if (some.length > 0) parts.push(some.reduce(mergeTypes));
  return parts.length === 0 ? DYN : parts.reduce(intersect);
}

function ownType(schema: SchemaObject, deeper: (part: Json | undefined) => ValueType): ValueType {
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
      return { kind: 'list', of: deeper(schema.items) };
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
    default:
      return { kind: 'string' };
  }
}

function objectType(schema: SchemaObject, deeper: (part: Json | undefined) => ValueType): ValueType {
  if (!isObject(schema.properties)) {
    if (schema.additionalProperties === false || schema.unevaluatedProperties === false) {
      return { kind: 'object', fields: {} };
    }
    return { kind: 'map', of: deeper(schema.additionalProperties) };
  }
  const required = new Set(list(schema.required));
  const fields: Record<string, FieldType> = {};
  for (const [name, part] of Object.entries(schema.properties)) {
    fields[name] = { type: deeper(part), optional: !required.has(name) || admitsNull(part) };
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

/** What both types say at once; an object has the fields of both. */
function intersect(a: ValueType, b: ValueType): ValueType {
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

function lookUp(root: SchemaObject, reference: string): Json | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let found: Json | undefined = root;
  for (const step of reference.slice(2).split('/')) {
    if (!isObject(found)) return undefined;
    found = found[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return found;
}

function isObject(value: Json | undefined): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
