import { type JournalEntry, type SeenEntry } from '#runtime';
import { type Selectable } from 'kysely';
import { type JournalTable } from './schema.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

/**
 * Row mapper: a journal entry with its detail decrypted.
 *
 * @throws InvariantError `unsealable`
 */
export function entryOf(
  row: Selectable<JournalTable> & { readonly wrapped: Buffer | null },
  keys: JourneyKeys,
): JournalEntry {
  const { seq, origin } = row;
  return {
    ...seenEntryOf(row),
    ...(origin !== null && { origin }),
    detail: keys.unwrap(row.journey_id, row.wrapped).open(`journal/${seq}`, row.detail),
  };
}

/** Columns of an entry that are not encrypted. */
export type SeenRow = Omit<Selectable<JournalTable>, 'journey_id' | 'origin' | 'detail'>;

export function seenEntryOf(row: SeenRow): SeenEntry {
  const { seq, at, kind, subject, actor, holder, state, seen_by: seenBy } = row;
  const { holder_authority: holderAuthority } = row;
  return {
    seq,
    at,
    kind,
    subject,
    ...(actor !== null && { actor }),
    ...(holder !== null && { holder }),
    ...(holderAuthority !== null && { holderAuthority }),
    entered: row.states_entered,
    left: row.states_left,
    ...(state !== null && { state }),
    ...(seenBy !== null && { seenBy }),
  };
}
