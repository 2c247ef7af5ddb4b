import type { JournalEntry } from '#runtime';
import type { Selectable } from 'kysely';
import type { JournalTable } from './schema.js';
import type { JourneyKeys } from './sealing/journey-keys.js';

/** @throws InvariantError `unsealable` */
export function entryOf(
  row: Selectable<JournalTable> & { readonly wrapped: Buffer | null },
  keys: JourneyKeys,
): JournalEntry {
  const { seq, at, kind, subject, actor, origin } = row;
  return {
    seq,
    at,
    kind,
    subject,
    ...(actor !== null && { actor }),
    ...(origin !== null && { origin }),
    entered: row.states_entered,
    left: row.states_left,
    detail: keys.unwrap(row.journey_id, row.wrapped).open(`journal/${seq}`, row.detail),
  };
}
