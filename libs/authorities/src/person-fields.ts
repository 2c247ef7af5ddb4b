import { type JsonSchema } from '#journey';
import { type Json, type JsonObject } from '#statechart';

/** The properties of an object schema, by name. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonObject>> {
  return typeof schema === 'boolean' ? {} : ((schema['properties'] ?? {}) as Record<string, JsonObject>);
}

/**
 * Replaces every value that its schema marks with `format: cpr`, at any depth, and leaves the rest as it is.
 * Each person is asked for once, however often they stand in the body.
 *
 * @param replace a person id for a CPR number, or the reverse; its errors pass through
 */
export async function replacePersons(
  body: Json,
  schema: JsonSchema,
  replace: (person: string) => Promise<string>,
): Promise<Json> {
  const persons = [...new Set(personsIn(body, schema))];
  const replacements = new Map(
    await Promise.all(persons.map(async person => [person, await replace(person)] as const)),
  );
  return mapPersons(body, schema, person => replacements.get(person) ?? person);
}

/** Every value marked with `format: cpr` whose field also satisfies `only`. */
export function personsIn(
  body: Json,
  schema: JsonSchema,
  only: (field: JsonObject) => boolean = () => true,
): readonly string[] {
  const found: string[] = [];
  for (const [property, field] of Object.entries(propertiesOf(schema))) {
    const value = isObject(body) ? body[property] : undefined;
    if (value === undefined || !only(field)) continue;
    mapPersons(value, field, person => {
      found.push(person);
      return person;
    });
  }
  return found;
}

function mapPersons(value: Json, schema: JsonSchema, map: (person: string) => string): Json {
  if (typeof schema === 'boolean') return value;
  if (typeof value === 'string') return schema['format'] === 'cpr' ? map(value) : value;
  if (Array.isArray(value)) {
    const items = (schema['items'] ?? true) as JsonSchema;
    return (value as readonly Json[]).map(item => mapPersons(item, items, map));
  }
  if (!isObject(value)) return value;
  const properties = propertiesOf(schema);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = properties[key];
      return [key, field && item !== undefined ? mapPersons(item, field, map) : item];
    }),
  );
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
