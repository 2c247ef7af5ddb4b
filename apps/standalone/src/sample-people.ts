import { type CallerRole, type SamplePerson } from '#identity';
import { type PersonVault } from '#runtime';

/** An account of one's own machine. */
export interface Sample {
  readonly name: string;
  /** A replacement number (its day is 60 too high), so that it is nobody's. */
  readonly cpr: string;
  readonly roles: readonly CallerRole[];
}

/** Those one can sign in as on one's own machine. The simulated registers know Anna, her spouse and their child. */
export const SAMPLE_PEOPLE: readonly (Sample & { readonly who: string })[] = [
  { name: 'anna', cpr: '6110851234', roles: ['citizen'], who: 'a citizen, married to Bo' },
  { name: 'bo', cpr: '6204862345', roles: ['citizen'], who: 'a citizen, married to Anna' },
  {
    name: 'ida',
    cpr: '6912191238',
    roles: ['citizen'],
    who: "their child's number, for trying who may see what",
  },
  { name: 'eva', cpr: '7105903456', roles: ['citizen'], who: 'a citizen who has nothing to do with them' },
  { name: 'olga', cpr: '6502714321', roles: ['ops'], who: 'ops' },
  { name: 'dina', cpr: '6303805432', roles: ['designer'], who: 'a journey designer' },
];

/** Gives each of them, and of some others, a person id. */
export function signUp(vault: PersonVault, others: readonly Sample[] = []): Promise<SamplePerson[]> {
  return Promise.all(
    [...SAMPLE_PEOPLE, ...others].map(async ({ name, cpr, roles }) => ({
      name,
      roles,
      person: await vault.personOf(cpr),
    })),
  );
}
