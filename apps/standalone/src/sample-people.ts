import { type CallerRole } from '#identity';
import { type Words } from '#journey';
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
  readonly about?: Words | undefined;
}

/** Whom the simulated registers know. */
export const POPULATION = Population.load();

const STAFF: readonly Sample[] = [
  {
    name: 'karen',
    fullName: 'Karen Lund',
    cpr: '6804762345',
    roles: ['caseworker'],
    authority: '0630',
  },
  { name: 'olga', fullName: 'Olga Dam', cpr: '6502714321', roles: ['ops'] },
  { name: 'rie', fullName: 'Rie Krogh', cpr: '6504812347', roles: ['auditor'] },
  {
    name: 'gorm',
    fullName: 'Gorm Friis',
    cpr: '6411752345',
    roles: ['approver'],
  },
  { name: 'dina', fullName: 'Dina Vang', cpr: '6303805432', roles: ['designer'] },
];

/** Those one can sign in as on one's own machine: everybody of the population who is alive, and staff. */
export const SAMPLE_PEOPLE: readonly Sample[] = [
  ...POPULATION.people
    .filter(({ died }) => died === undefined)
    .map(({ name, fullName, cpr }) => ({ name, fullName, cpr, roles: ['citizen'] as const })),
  ...STAFF,
].map(person => ({ ...person, about: ABOUT[person.name] }));

/** Those one can sign in as with an eID of another EU country: of one it is linked to a CPR number, of the other it is not. */
export const EIDAS_PEOPLE: readonly MitIdPerson[] = [
  {
    name: 'cai-se',
    fullName: 'Cai Holm',
    cpr: POPULATION.named('cai').cpr,
    roles: ['citizen'],
    country: 'SE',
    about: {
      da: 'Har boet i Sverige; hans svenske eID er knyttet til hans CPR-nummer',
      en: 'Has lived in Sweden; his Swedish eID is linked to his CPR number',
    },
  },
  {
    name: 'marta',
    fullName: 'Marta Nowak',
    roles: ['citizen'],
    country: 'PL',
    about: {
      da: 'Arbejder i Danmark et par måneder; hendes polske eID er ikke knyttet til et CPR-nummer',
      en: 'Works in Denmark for a few months; her Polish eID is not linked to a CPR number',
    },
  },
];

/** Those of them whom the vault does not know yet, by their CPR numbers. */
export async function unknownSamples(vault: PersonVault): Promise<ReadonlySet<string>> {
  const known = await Promise.all(
    SAMPLE_PEOPLE.map(async ({ cpr }) => ({ cpr, person: await vault.find(cpr) })),
  );
  return new Set(known.flatMap(({ cpr, person }) => (person === undefined ? [cpr] : [])));
}
