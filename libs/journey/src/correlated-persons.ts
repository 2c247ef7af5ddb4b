import { ApplicableSchemas, type DataPath, type Json, type JsonSchema, personLocations } from '#schema';

/** Correlation (messaging): the persons in a report whose journeys hear of it, each once. They are marked (`x-correlates`), or a field around them is. */
export function correlatedPersons(data: Json, schema: JsonSchema): readonly string[] {
  const persons = personLocations(data, schema)
    .filter(({ path }) => correlates(schema, path))
    .map(({ person }) => person);
  return [...new Set(persons)];
}

function correlates(schema: JsonSchema, path: DataPath): boolean {
  let schemas = ApplicableSchemas.of(schema);
  return path.some(key => {
    schemas = schemas.at(key);
    return schemas.say('x-correlates', true);
  });
}
