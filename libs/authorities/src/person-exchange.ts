import { type JsonSchema, cprDigits, personLocations, replacePersons } from '#schema';
import { type PersonVault } from '#runtime';
import { type Json } from '#statechart';

/** Outward: CPR numbers in the places of person ids. One that the vault does not know is an error, and nothing is sent. */
export function numbersForPersons(body: Json, schema: JsonSchema, vault: PersonVault): Promise<Json> {
  return replacePersons(body, schema, person => vault.cprOf(person));
}

/** Inward: person ids in the places of CPR numbers. Another text is not one, and fitted another branch of the contract. */
export function personsForNumbers(body: Json, schema: JsonSchema, vault: PersonVault): Promise<Json> {
  return replacePersons(body, schema, async text => {
    const digits = cprDigits(text);
    return digits === undefined ? text : vault.personOf(digits);
  });
}

/** Those whose numbers stand in it and whom the vault knows already. */
export async function personsKnown(
  body: Json,
  schema: JsonSchema,
  vault: PersonVault,
): Promise<readonly string[]> {
  const numbers = personLocations(body, schema).flatMap(({ person }) => cprDigits(person) ?? []);
  const found = await Promise.all([...new Set(numbers)].map(cpr => vault.find(cpr)));
  return found.filter(person => person !== undefined);
}
