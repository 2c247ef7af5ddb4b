import { type SourcePath } from '#journey';
import { type Json } from '#statechart';

/** One value of a file, and the keys and indexes that lead to it. */
export interface Value {
  readonly value: Json;
  readonly path: SourcePath;
}

/** Lazy pre-order traversal of a file's values. */
export function* everyValue(value: Json, path: SourcePath = []): Generator<Value> {
  yield { value, path };
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, part] of Object.entries(value))
    yield* everyValue((part ?? null) as Json, [...path, isList ? Number(key) : key]);
}
