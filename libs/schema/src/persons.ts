import { ApplicableSchemas } from './applicable-schemas.js';
import { type JsonSchema } from './applicators.js';
import { type Json } from './json.js';
import { type Place, withValues } from './place.js';

/** A person in data: a text where a schema says `format: cpr`. */
export interface PersonPlace {
  readonly place: Place;
  readonly person: string;
}

/** Every text that a schema, or any branch of it, marks with `format: cpr`. */
export function personPlaces(data: Json, schema: JsonSchema): readonly PersonPlace[] {
  const found: PersonPlace[] = [];
  const place: (string | number)[] = [];
  const visit = (value: Json | undefined, schemas: ApplicableSchemas): void => {
    if (typeof value === 'string' && schemas.say('format', 'cpr')) {
      found.push({ place: [...place], person: value });
    }
    if (typeof value !== 'object' || value === null || schemas.none) return;
    const isList = Array.isArray(value);
    for (const [name, member] of Object.entries(value)) {
      const key = isList ? Number(name) : name;
      place.push(key);
      visit(member as Json | undefined, schemas.at(key));
      place.pop();
    }
  };
  visit(data, ApplicableSchemas.of(schema));
  return found;
}

/** The persons in data, each once, in order. */
export function personsNamedIn(data: Json, schema: JsonSchema): readonly string[] {
  return [...new Set(personPlaces(data, schema).map(({ person }) => person))];
}

/** The same data with other texts for the persons; one without a replacement stays. */
export function withPersons(
  data: Json,
  persons: readonly PersonPlace[],
  replacements: ReadonlyMap<string, string>,
): Json {
  return withValues(
    data,
    persons.map(({ place, person }) => ({ place, value: replacements.get(person) ?? person })),
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
  const places = personPlaces(data, schema);
  const persons = [...new Set(places.map(({ person }) => person))];
  const replaced = await Promise.all(persons.map(async person => [person, await replace(person)] as const));
  return withPersons(data, places, new Map(replaced));
}
