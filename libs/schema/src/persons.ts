import { type JsonSchema } from './applicators.js';
import { type Json } from './json.js';
import { type DataPath, withValues } from './data-path.js';
import { textsOfFormat } from './texts-of-format.js';

/** A person in data: a text where a schema says `format: cpr`. */
export interface PersonLocation {
  readonly path: DataPath;
  readonly person: string;
}

/** Every text that a schema, or any branch of it, marks with `format: cpr`. */
export function personLocations(data: Json, schema: JsonSchema): readonly PersonLocation[] {
  return textsOfFormat(data, schema, 'cpr').map(({ path, text }) => ({ path, person: text }));
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
