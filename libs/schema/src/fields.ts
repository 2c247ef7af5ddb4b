import { isObject, type Json, type JsonObject } from './json.js';
import { pointerTo } from './pointer.js';
import { referencePath, resolve } from './resolve.js';
import { subschemas } from './visit.js';

/** The properties of an object schema, by name; one that is true or false has no keywords. */
export function propertiesOf(schema: Json): Readonly<Record<string, JsonObject>> {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return Object.fromEntries(
    Object.entries(isObject(properties) ? properties : {}).map(([name, field]) => [
      name,
      isObject(field) ? field : {},
    ]),
  );
}

/** A subschema, and the data it may apply to. */
export interface AppliedSchema {
  readonly schema: JsonObject;
  /** Names of members from the root of the data. Items and members without a name continue the path around them. */
  readonly path: readonly string[];
  /** Whether it applies to the member at the path itself, and not to what is in it. */
  readonly named: boolean;
  /** Keys and indexes from the root of the schema. */
  readonly at: readonly (string | number)[];
}

/**
 * Every subschema that may apply to data, outer before inner: references are followed, and every branch of a choice or
 * condition. Of a schema that refers to itself, one turn.
 */
export function appliedSchemas(root: Json): AppliedSchema[] {
  const found: AppliedSchema[] = [];
  const visit = (schema: Json, position: Omit<AppliedSchema, 'schema'>, within: readonly string[]): void => {
    if (!isObject(schema)) return;
    found.push({ schema, ...position });
    const { $ref: reference } = schema;
    if (typeof reference === 'string' && !within.includes(reference)) {
      const at = referencePath(reference) ?? [];
      visit(resolve(root, reference) ?? true, { ...position, at }, [...within, reference]);
    }
    for (const { schema: part, path: below, to } of subschemas(schema)) {
      const at = [...position.at, ...below];
      const [keyword, key] = below;
      if (to === 'same') visit(part, { ...position, at }, within);
      else if (keyword === 'properties') {
        visit(part, { path: [...position.path, String(key)], named: true, at }, within);
      } else if (to === 'members' || to === 'items') visit(part, { ...position, named: false, at }, within);
    }
  };
  visit(root, { path: [], named: false, at: [] }, []);
  return found;
}

/** One field of a form or body, at any depth. */
export interface Field {
  readonly path: readonly string[];
  /** Keys and indexes from the root of the schema to where it is first described. */
  readonly at: readonly (string | number)[];
  /** All that is said of it, in every branch and behind references. */
  readonly schemas: readonly JsonObject[];
}

/** Every field of a schema, outer before inner. */
export function fieldsOf(root: Json): Field[] {
  const fields = new Map<string, Field & { readonly schemas: JsonObject[] }>();
  for (const { schema, path, named, at } of appliedSchemas(root)) {
    if (!named) continue;
    const key = pointerTo(path);
    const field = fields.get(key);
    if (field) field.schemas.push(schema);
    else fields.set(key, { path, at, schemas: [schema] });
  }
  return [...fields.values()];
}
