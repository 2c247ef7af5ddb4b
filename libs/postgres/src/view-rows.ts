import { type ViewRows } from '#runtime';
import { type Database } from './database.js';
import { dispatchSummary, type SummaryRow } from './dispatch-record.js';
import { isUuid } from './is-uuid.js';
import { seenEntryOf, type SeenRow } from './journal-entry.js';
import { withStoreErrors } from './postgres-failure.js';

const instant = (column: string): string => `extract(epoch from ${column}) * 1000 as ${column}`;

const VIEW_ROWS = /* sql */ `
select
  (
    select json_agg(e) from (
      select seq, ${instant('at')}, kind, actor, subject, states_entered, states_left, state, seen_by
      from journal
      where journey_id = $1::uuid and seq < $3::integer and (seen_by is null or seen_by && $2::text[])
      order by seq desc limit $4
    ) e
  ) as entries,
  (
    select json_agg(d) from (
      select journey_id, seq, service, authority, state, undoes, status, attempt, ${instant('created_at')},
        ${instant('reopened_at')}, ${instant('due_at')}, ${instant('settled_at')}, error_code, error_message
      from dispatch
      where journey_id = $1::uuid and seq = any($5::integer[])
    ) d
  ) as dispatches`;

interface Row {
  /** Newest first. */
  readonly entries: readonly SeenRow[] | null;
  readonly dispatches: readonly SummaryRow[] | null;
}

/** Reads the rows of a view in one statement; nothing in them is encrypted. */
export async function viewRows(
  { byKey }: Database,
  values: [
    journey: string,
    viewers: readonly string[],
    before: number,
    limit: number,
    dispatches: readonly number[],
  ],
): Promise<ViewRows> {
  if (!isUuid(values[0])) return { entries: [], dispatches: [] };
  const { rows } = await withStoreErrors(byKey.query<Row>({ name: 'view rows', text: VIEW_ROWS, values }));
  const { entries, dispatches } = rows[0]!;
  return {
    entries: (entries ?? []).map(seenEntryOf).reverse(),
    dispatches: (dispatches ?? []).map(dispatchSummary),
  };
}
