import { type JsonSchema } from './applicators.js';
import { isObject, type JsonObject } from './json.js';

/** The properties of an object schema, by name; one that is true or false has no keywords. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonObject>> {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return Object.fromEntries(
    Object.entries(isObject(properties) ? properties : {}).map(([name, field]) => [
      name,
      isObject(field) ? field : {},
    ]),
  );
}
