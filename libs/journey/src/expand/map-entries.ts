import { type Json } from '#statechart';
import { isRecord } from '../read/cursor.js';

/** Maps every member of a mapping; anything else stays as it is. */
export function mapEntries(value: Json, map: (key: string, member: Json) => [string, Json]): Json {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => map(key, member ?? null)));
}
