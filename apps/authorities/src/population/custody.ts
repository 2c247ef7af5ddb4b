import { type IsoDate } from '#calendar';
import { type JsonObject } from '#statechart';
import { isChild, type Population } from './population.js';

/** The register's event of who has custody. */
export const CUSTODY = 'cpr.custodyChanged';

/** Who has custody of each child that somebody is, or has custody of: what the register says of it. */
export function custodyAbout(
  persons: readonly string[],
  population: Population,
  today: IsoDate,
): readonly JsonObject[] {
  return population.people
    .filter(person => person.died === undefined && isChild(person, today))
    .map(({ cpr: child, fullName, born, custodians = [] }) => ({
      child,
      // Who is not named yet has a surname alone.
      ...(fullName.includes(' ') && { name: fullName }),
      born,
      custodians: custodians.map(name => population.named(name).cpr),
      from: born,
    }))
    .filter(({ child, custodians }) => [child, ...custodians].some(person => persons.includes(person)));
}
