import { type Json, type JsonObject } from '#statechart';
import { type JsonSchema } from '../catalogue.js';

/** Keywords that a half filled in form may still come to fit. */
const LATER = [
  'required',
  'dependentRequired',
  'const',
  'enum',
  'format',
  'pattern',
  'minLength',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'minProperties',
  'uniqueItems',
  'contains',
  'minContains',
  'maxContains',
  'not',
  'if',
];
const PART = ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'];
const PARTS = ['properties', 'patternProperties', '$defs'];
/** Choices and conditions, which data that is not complete cannot decide: the fields of all of them are known. */
const SOME = ['anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'];

/** The same schema for a draft: the fields, their types and the most of everything stay, and nothing is required. */
export function loosen(schema: JsonSchema): JsonSchema {
  return loosened(schema) as JsonSchema;
}

function loosened(schema: Json | undefined): Json | undefined {
  if (!isObject(schema)) return schema;
  const result: Record<string, Json | undefined> = { ...schema };
  for (const keyword of [...LATER, ...SOME]) delete result[keyword];
  for (const keyword of PART) {
    if (isObject(schema[keyword])) result[keyword] = loosened(schema[keyword]);
  }
  for (const keyword of PARTS) {
    const parts = schema[keyword];
    if (isObject(parts)) result[keyword] = mapValues(parts);
  }
  for (const keyword of ['allOf', 'prefixItems']) {
    const all = schema[keyword];
    if (Array.isArray(all)) result[keyword] = all.map(part => loosened(part as Json) as Json);
  }
  const choices = SOME.flatMap(keyword => schemasIn(keyword, schema[keyword]));
  if (choices.length === 0) return result as JsonObject;
  // Each may hold or not; those that do say which fields they know.
  const either = choices.map(choice => ({ anyOf: [loosened(choice) as Json, true] }));
  return { ...result, allOf: [...((result['allOf'] as Json[] | undefined) ?? []), ...either] } as JsonObject;
}

function schemasIn(keyword: string, value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  if (!isObject(value)) return [];
  return keyword === 'dependentSchemas' ? (Object.values(value) as Json[]) : [value as Json];
}

function mapValues(parts: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, loosened(part) as Json]));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
