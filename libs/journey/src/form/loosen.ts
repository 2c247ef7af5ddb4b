import { isObject, type JsonSchema, mapSubschemas, subschemas } from '#schema';
import { type Json } from '#statechart';

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
  'formatMinimum',
  'formatMaximum',
  'formatExclusiveMinimum',
  'formatExclusiveMaximum',
  'minItems',
  'minProperties',
  'uniqueItems',
  'contains',
  'minContains',
  'maxContains',
  'not',
  'if',
];
/** Choices and conditions, which data that is not complete cannot decide: the fields of all of them are known. */
const SOME = ['anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'];

/** The same schema for a draft: the fields, their types and the most of everything stay, and nothing is required. */
export function loosen(schema: JsonSchema): JsonSchema {
  if (!isObject(schema)) return schema;
  const left = Object.entries(schema).filter(
    ([keyword]) => !LATER.includes(keyword) && !SOME.includes(keyword),
  );
  // A name is not filled in further.
  const all = mapSubschemas(Object.fromEntries(left), (part, to) => (to === 'names' ? part : loosen(part)));
  const choices = subschemas(schema).filter(({ path: [keyword] }) => SOME.includes(keyword));
  if (choices.length === 0) return all;
  // Each may hold or not; those that do say which fields they know.
  const either = choices.map(choice => ({ anyOf: [loosen(choice.schema as JsonSchema), true] }));
  const { allOf } = all;
  return { ...all, allOf: [...(Array.isArray(allOf) ? (allOf as Json[]) : []), ...either] };
}
