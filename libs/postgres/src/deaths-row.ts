import { type RegisteredDeath } from '#runtime';
import { type Instant } from '#statechart';
import { type Generated } from 'kysely';

/** What stands of a person's death, beside the person. */
export interface DeathColumns {
  readonly died_at: Generated<Instant | null>;
  readonly death_reversed_at: Generated<Instant | null>;
}

/** What stands of the deaths of the two of a mandate: of the person `p`, and of the holder `h`. */
export const DEATHS = [
  'h.died_at as holder_died',
  'h.death_reversed_at as holder_reversed',
  'p.died_at as person_died',
  'p.death_reversed_at as person_reversed',
] as const;

export interface DeathsRow {
  readonly holder_died: Instant | null;
  readonly holder_reversed: Instant | null;
  readonly person_died: Instant | null;
  readonly person_reversed: Instant | null;
}

export function deathsIn(row: DeathsRow): Readonly<Record<'holder' | 'person', RegisteredDeath>> {
  return {
    holder: deathOf(row.holder_died, row.holder_reversed),
    person: deathOf(row.person_died, row.person_reversed),
  };
}

export function deathOf(died: Instant | null, reversed: Instant | null): RegisteredDeath {
  return { ...(died !== null && { died }), ...(reversed !== null && { reversed }) };
}
