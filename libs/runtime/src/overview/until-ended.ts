import { type Ending } from './endings.js';
import { type Told } from './told.js';

/** What was told, in which journey, and whose it is. */
interface Owned {
  readonly told: Told;
  readonly journey: string;
  readonly parties: readonly (readonly string[])[];
}

/**
 * Termination: what was told holds until the day that a later answer or report has said, and no longer at all where it said none, or where one
 * of those whose it is has died. What is paid once is owed after a death as well.
 *
 * @param endings that hold, newest first, of all journeys: what was begun in one may end in another
 */
export function untilEnded({ told, journey, parties }: Owned, endings: readonly Ending[]): Told[] {
  const later = endings.filter(ending =>
    ending.journey === journey ? ending.entry > told.entry : ending.at >= told.at,
  );
  const persons = new Set(parties.flat());
  const said = later.find(
    ({ of, persons: whose }) =>
      of?.is === told.is && of.ends.includes(told.source) && whose.some(person => persons.has(person)),
  );
  if (told.is !== 'payment' || told.every !== undefined) {
    const dead = new Set(later.flatMap(({ of, persons: who }) => (of ? [] : who)));
    if (parties.some(party => party.length > 0 && party.every(person => dead.has(person)))) return [];
  }
  if (!said) return [told];
  const { until } = said;
  if (until === undefined) return [];
  return [{ ...told, until: told.until !== undefined && told.until < until ? told.until : until }];
}
