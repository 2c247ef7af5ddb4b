import { type Applicator, APPLICATORS, type JsonSchema } from './applicators.js';
import { withValues } from './data-path.js';
import { isObject, type Json, type JsonObject, listOf } from './json.js';

/** A subschema in its position; what stands there need not be a schema. */
export interface Subschema {
  readonly schema: Json;
  /** The applicator, and the name or index below it. */
  readonly path: readonly [string, ...(string | number)[]];
  readonly to: Applicator['to'];
}

/** The direct subschemas of a schema. */
export function subschemas(schema: Json): Subschema[] {
  if (!isObject(schema)) return [];
  return Object.keys(schema).flatMap((keyword): Subschema[] => {
    const applicator = APPLICATORS.get(keyword);
    const value = schema[keyword];
    if (applicator === undefined || value === undefined) return [];
    const { holds, to } = applicator;
    if (holds === 'one') return [{ schema: value, path: [keyword], to }];
    if (holds === 'list')
      return listOf(value).map((part, index) => ({ schema: part, path: [keyword, index], to }));
    const members = Object.entries(isObject(value) ? value : {});
    return members.map(([name, part]) => ({ schema: part ?? null, path: [keyword, name], to }));
  });
}

/** A subschema at any depth. */
export interface DeepSubschema {
  readonly schema: Json;
  /** Keys and indexes from the root of the schema. */
  readonly path: readonly (string | number)[];
  /** The applicators on the way, outer before inner. */
  readonly within: readonly string[];
}

/** Depth-first traversal of a schema: the schema itself and every subschema, as written. References are not followed. */
export function* everySchema(
  schema: Json,
  path: DeepSubschema['path'] = [],
  within: DeepSubschema['within'] = [],
): Generator<DeepSubschema> {
  yield { schema, path, within };
  for (const part of subschemas(schema)) {
    yield* everySchema(part.schema, [...path, ...part.path], [...within, part.path[0]]);
  }
}

/** A copy of a schema with each direct subschema replaced; `to` says what of the data it applies to. */
export function mapSubschemas(
  schema: JsonObject,
  map: (part: JsonSchema, to: Applicator['to']) => JsonSchema,
): JsonObject {
  return withValues(
    schema,
    subschemas(schema).flatMap(({ schema: part, path, to }) =>
      isObject(part) || typeof part === 'boolean' ? [{ path, value: map(part, to) }] : [],
    ),
  ) as JsonObject;
}
