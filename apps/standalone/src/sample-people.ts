import { type CallerRole } from '#identity';
import { type PersonVault } from '#runtime';
import { type MitIdPerson } from '../../mitid/src/people.js';
import { Population } from '../../authorities/src/population/population.js';
import { ABOUT } from './about-people.js';

/** An account of one's own machine. */
export interface Sample {
  readonly name: string;
  /** A replacement number (its day is 60 too high), so that it is nobody's. */
  readonly cpr: string;
  readonly roles: readonly CallerRole[];
  /** Id of the authority at which they work. */
  readonly authority?: string;
  /** Their short name unless given. */
  readonly fullName?: string;
  /** A few words of Danish. */
  readonly about?: string | undefined;
}

/** Whom the simulated registers know. */
export const POPULATION = Population.load();

const STAFF: readonly (Sample & { readonly who: string })[] = [
  {
    name: 'karen',
    fullName: 'Karen Lund',
    cpr: '6804762345',
    roles: ['caseworker'],
    authority: '0630',
    who: 'a caseworker in Vejle, who helps at the counter',
  },
  { name: 'olga', fullName: 'Olga Dam', cpr: '6502714321', roles: ['ops'], who: 'ops' },
  { name: 'rie', fullName: 'Rie Krogh', cpr: '6504812347', roles: ['auditor'], who: 'an auditor' },
  {
    name: 'gorm',
    fullName: 'Gorm Friis',
    cpr: '6411752345',
    roles: ['approver'],
    who: 'an approver of journeys',
  },
  { name: 'dina', fullName: 'Dina Vang', cpr: '6303805432', roles: ['designer'], who: 'a journey designer' },
];

/** Those one can sign in as on one's own machine: everybody of the population who is alive, and staff. */
export const SAMPLE_PEOPLE: readonly (Sample & { readonly who: string })[] = [
  ...POPULATION.people
    .filter(({ died }) => died === undefined)
    .map(({ name, fullName, cpr, who }) => ({ name, fullName, cpr, roles: ['citizen'] as const, who })),
  ...STAFF,
].map(person => ({ ...person, about: ABOUT[person.name] }));

/** Those one can sign in as with an eID of another EU country: of one it is linked to a CPR number, of the other it is not. */
export const EIDAS_PEOPLE: readonly MitIdPerson[] = [
  {
    name: 'cai-se',
    fullName: 'Cai Holm',
    cpr: POPULATION.named('cai').cpr,
    roles: ['citizen'],
    country: 'Sverige',
    about: 'Har boet i Sverige; hans svenske eID er knyttet til hans CPR-nummer',
  },
  {
    name: 'marta',
    fullName: 'Marta Nowak',
    roles: ['citizen'],
    country: 'Polen',
    about: 'Arbejder i Danmark et par måneder; hendes polske eID er ikke knyttet til et CPR-nummer',
  },
];

/** Those of them whom the vault does not know yet, by their CPR numbers. */
export async function unknownSamples(vault: PersonVault): Promise<ReadonlySet<string>> {
  const known = await Promise.all(
    SAMPLE_PEOPLE.map(async ({ cpr }) => ({ cpr, person: await vault.find(cpr) })),
  );
  return new Set(known.flatMap(({ cpr, person }) => (person === undefined ? [cpr] : [])));
}
