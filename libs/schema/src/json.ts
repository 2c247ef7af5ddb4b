/** JSON (RFC 8259), read-only. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** JSON object. A property that is `undefined` is the same as a property that is not there. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Type guard of a JSON object: no list, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; of anything else none. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
