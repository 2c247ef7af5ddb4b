import { type Json } from '#statechart';

/** The value of a field by its name. */
export function fieldAt(value: Json, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;
}

/** The text of a field that a contract names; absent as well where it is empty. */
export function textAt(data: Json, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : fieldAt(data, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
