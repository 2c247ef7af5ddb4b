import { APPLICATORS, type JsonSchema } from './applicators.js';
import { isObject, type Json, type JsonObject, listOf } from './json.js';

/** A position of a subschema, and what stands there, which need not be a schema. */
export interface Subschema {
  readonly schema: Json;
  /** Keys and indexes that lead to it. */
  readonly path: readonly (string | number)[];
  /** The applicators on the way, outer before inner. */
  readonly within: readonly string[];
}

/** The direct subschemas of a schema. */
export function subschemas(schema: Json | undefined): Subschema[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]): Subschema[] => {
    const within = [keyword];
    switch (APPLICATORS.get(keyword)?.holds) {
      case 'one':
        return value === undefined ? [] : [{ schema: value, path: [keyword], within }];
      case 'list':
        return listOf(value).map((part, index) => ({ schema: part, path: [keyword, index], within }));
      case 'map':
        return Object.entries(isObject(value) ? value : {}).map(([name, part]) => ({
          schema: part ?? null,
          path: [keyword, name],
          within,
        }));
      default:
        return [];
    }
  });
}

/** Depth-first traversal of a schema: the schema itself and every subschema, as written. References are not followed. */
export function* everySchema(schema: Json): Generator<Subschema> {
  yield { schema, path: [], within: [] };
  for (const part of subschemas(schema)) {
    for (const inner of everySchema(part.schema)) {
      yield {
        schema: inner.schema,
        path: [...part.path, ...inner.path],
        within: [...part.within, ...inner.within],
      };
    }
  }
}

/** A copy of a schema with each direct subschema replaced. */
export function mapSubschemas(
  schema: JsonObject,
  map: (part: JsonSchema, keyword: string) => Json,
): JsonObject {
  const mapped = (part: Json | undefined, keyword: string): Json | undefined =>
    isObject(part) || typeof part === 'boolean' ? map(part, keyword) : part;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      switch (APPLICATORS.get(keyword)?.holds) {
        case 'one':
          return [keyword, mapped(value, keyword)];
        case 'list':
          return [
            keyword,
            Array.isArray(value) ? listOf(value).map(part => mapped(part, keyword) as Json) : value,
          ];
        case 'map':
          return [keyword, isObject(value) ? mapMembers(value, part => mapped(part, keyword)) : value];
        default:
          return [keyword, value];
      }
    }),
  );
}

function mapMembers(members: JsonObject, map: (part: Json | undefined) => Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, part]) => [name, map(part)]));
}
