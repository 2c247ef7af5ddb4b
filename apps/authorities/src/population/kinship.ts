import { type IsoDate } from '#calendar';
import { isChild, type NamedResident, type Population } from './population.js';

/** How somebody is related to one who has died, seen from the deceased. */
export function relationOf(person: NamedResident, deceased: NamedResident): string | undefined {
  if (person.name === deceased.name) return undefined;
  if (person.civilStatus.spouse === deceased.name) return 'spouse';
  if (person.parents?.includes(deceased.name)) return 'child';
  if (deceased.parents?.includes(person.name)) return 'parent';
  if (person.parents?.some(parent => deceased.parents?.includes(parent))) return 'sibling';
  return person.home === deceased.home ? 'cohabitant' : undefined;
}

/** Spouse, children and parents, as far as registered and alive. */
export function relativesOf(deceased: NamedResident, { people }: Population): readonly NamedResident[] {
  const near = ['spouse', 'child', 'parent'];
  const related = (person: NamedResident): string => relationOf(person, deceased) ?? '';
  return people
    .filter(person => person.died === undefined && near.includes(related(person)))
    .toSorted((a, b) => near.indexOf(related(a)) - near.indexOf(related(b)));
}

/** Children under 18 who lost a custodian. */
export function childrenLeft(
  deceased: NamedResident,
  { people }: Population,
  today: IsoDate,
): readonly NamedResident[] {
  return people.filter(child => isChild(child, today) && child.custodians?.includes(deceased.name));
}
