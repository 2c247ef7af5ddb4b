import { nameAlone } from '#journey';
import { type AuthorityContactDocument } from '../../rest/documents.js';

/** Authorities of one tier, or of one tier and a part of the alphabet. */
export interface AuthorityGroup {
  /** Where it stands on the page. */
  readonly id: string;
  readonly tier: AuthorityContactDocument['tier'];
  /** The first letters of its first and its last name; absent where the whole tier is one group. */
  readonly letters?: readonly [string, string];
  readonly authorities: readonly AuthorityContactDocument[];
}

/** Nearest to the citizen first. */
const TIERS = ['municipal', 'regional', 'state'] as const;
/** As many as one reads through; of more, an alphabet is made. */
const MOST = 20;
/** The letters with which its parts begin. */
const BEGINNINGS = ['A', 'F', 'K', 'O', 'T'];

/** *Index.* By tier, and a tier of many by the alphabet. @param authorities by name */
export function authorityGroups(authorities: readonly AuthorityContactDocument[]): readonly AuthorityGroup[] {
  return TIERS.flatMap(tier => {
    const all = authorities.filter(each => each.tier === tier);
    if (all.length === 0) return [];
    return all.length <= MOST ? [{ id: tier, tier, authorities: all }] : byLetters(tier, all);
  });
}

/** Those whose name has everything that was typed in it. */
export function authoritiesNamed(
  typed: string,
  authorities: readonly AuthorityContactDocument[],
): readonly AuthorityContactDocument[] {
  const words = typed.toLowerCase().split(/\s+/);
  return authorities.filter(({ name }) => words.every(word => nameAlone(name).toLowerCase().includes(word)));
}

function byLetters(
  tier: AuthorityContactDocument['tier'],
  all: readonly AuthorityContactDocument[],
): AuthorityGroup[] {
  const beginningOf = ({ name }: AuthorityContactDocument) =>
    BEGINNINGS.findLast(letter => letter <= initial(name)) ?? BEGINNINGS[0];
  return BEGINNINGS.flatMap(beginning => {
    const part = all.filter(each => beginningOf(each) === beginning);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return [];
    const letters = [initial(first.name), initial(last.name)] as const;
    return { id: `${tier}-${beginning.toLowerCase()}`, tier, letters, authorities: part };
  });
}

const initial = (name: string): string => nameAlone(name).charAt(0).toUpperCase();
