import { type Json, type JsonObject } from '#schema';
import { type AskedField } from './asked-field.js';

/** As much of what is filled in as a draft can keep: a number that is none has no place in it. */
export function storable(fields: readonly AskedField[], data: JsonObject): JsonObject {
  const kinds = new Map(fields.map(field => [field.name, field]));
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => keeps(kinds.get(name), value)));
}

function keeps(field: AskedField | undefined, value: Json | undefined): boolean {
  if (!field) return false;
  return field.kind === 'number' ? typeof value === 'number' : true;
}
