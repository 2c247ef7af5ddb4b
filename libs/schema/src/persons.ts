import { ApplicableSchemas } from './applicable-schemas.js';
import { type JsonSchema } from './applicators.js';
import { type Json } from './json.js';
import { type DataPath, withValues } from './data-path.js';

/** A person in data: a text where a schema says `format: cpr`. */
export interface PersonLocation {
  readonly path: DataPath;
  readonly person: string;
}

/** Every text that a schema, or any branch of it, marks with `format: cpr`. */
export function personLocations(data: Json, schema: JsonSchema): readonly PersonLocation[] {
  const found: PersonLocation[] = [];
  const path: (string | number)[] = [];
  const visit = (value: Json | undefined, schemas: ApplicableSchemas): void => {
    if (typeof value === 'string' && schemas.say('format', 'cpr')) {
      found.push({ path: [...path], person: value });
    }
    if (typeof value !== 'object' || value === null || schemas.none) return;
    const isList = Array.isArray(value);
    for (const [name, member] of Object.entries(value)) {
      const key = isList ? Number(name) : name;
      path.push(key);
      visit(member as Json | undefined, schemas.at(key));
      path.pop();
    }
  };
  visit(data, ApplicableSchemas.of(schema));
  return found;
}

/** The persons in data, each once, in order. */
export function personsNamedIn(data: Json, schema: JsonSchema): readonly string[] {
  return [...new Set(personLocations(data, schema).map(({ person }) => person))];
}

/** The same data with other texts for the persons; one without a replacement stays. */
export function withPersons(
  data: Json,
  persons: readonly PersonLocation[],
  replacements: ReadonlyMap<string, string>,
): Json {
  return withValues(
    data,
    persons.map(({ path, person }) => ({ path, value: replacements.get(person) ?? person })),
  );
}

/**
 * The same data with every person replaced. Each is asked for once.
 *
 * @param replace a person id for a CPR number, or the reverse; its errors pass through
 */
export async function replacePersons(
  data: Json,
  schema: JsonSchema,
  replace: (person: string) => Promise<string>,
): Promise<Json> {
  const locations = personLocations(data, schema);
  const persons = [...new Set(locations.map(({ person }) => person))];
  const replaced = await Promise.all(persons.map(async person => [person, await replace(person)] as const));
  return withPersons(data, locations, new Map(replaced));
}
