import { type Disclosure, dispatchId, type DispatchRecord, type DispatchSummary } from '#runtime';
import { type Selectable } from 'kysely';
import { type DispatchTable } from './schema.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

/** Columns of a dispatch that are not encrypted. */
export const SUMMARY_COLUMNS = [
  'd.journey_id',
  'd.seq',
  'd.service',
  'd.authority',
  'd.state',
  'd.undoes',
  'd.status',
  'd.attempt',
  'd.created_at',
  'd.reopened_at',
  'd.due_at',
  'd.settled_at',
  'd.error_code',
  'd.error_message',
] as const;

/** The encrypted input, and what the dispatch discloses. */
export const CONTENT_COLUMNS = [
  'd.input',
  'd.persons',
  'd.categories',
  'd.ground',
  'd.holder',
  'd.acted_for',
] as const;

type ContentRow = Pick<
  Selectable<DispatchTable>,
  'input' | 'persons' | 'categories' | 'ground' | 'holder' | 'acted_for'
>;
export type SummaryRow = Omit<Selectable<DispatchTable>, 'ring_at' | 'recorded' | keyof ContentRow>;

export function dispatchSummary(row: SummaryRow): DispatchSummary {
  const { journey_id: journey, seq, service, authority, state, undoes, status, attempt } = row;
  return {
    id: dispatchId(journey, seq),
    journey,
    seq,
    service,
    authority,
    ...(state !== null && { state }),
    ...(undoes !== null && { undoes }),
    status,
    attempt,
    createdAt: row.created_at,
    ...(row.reopened_at !== null && { reopenedAt: row.reopened_at }),
    ...(row.due_at !== null && { dueAt: row.due_at }),
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
    ...(row.error_code !== null && { error: { code: row.error_code, message: row.error_message ?? '' } }),
  };
}

/**
 * Row mapper: a dispatch with its input decrypted.
 *
 * @throws InvariantError `unsealable`
 */
export function dispatchRecord(
  row: SummaryRow & ContentRow & { readonly wrapped: Buffer | null },
  keys: JourneyKeys,
): DispatchRecord {
  const key = keys.unwrap(row.journey_id, row.wrapped);
  const input = key.open(`dispatch/${row.seq}/input`, row.input, [row.service, row.authority]);
  const { persons, categories, ground } = row;
  const acting = actingOf(row);
  const disclosure = persons &&
    categories &&
    ground !== null && { persons, categories, ground, ...(acting && { acting }) };
  return { ...dispatchSummary(row), input, ...(disclosure && { disclosure }) };
}

/** Who acted, and for whom, of a dispatch that was caused under a mandate. */
export function actingOf({
  holder,
  acted_for: person,
}: Pick<Selectable<DispatchTable>, 'holder' | 'acted_for'>): Disclosure['acting'] {
  return holder === null || person === null ? undefined : { holder, person };
}
