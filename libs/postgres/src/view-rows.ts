import { detailSeen, type JournalRange, type SeenEntry, type ViewRows } from '#runtime';
import { type Instant } from '#statechart';
import { type Database } from './database.js';
import { dispatchSummary, type SummaryRow } from './dispatch-record.js';
import { seenEntryOf, type SeenRow } from './journal-entry.js';
import { bytesInJson, instantInJson } from './json-rows.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

const statement = (page: string): string => /* sql */ `
select
  (
    select json_agg(e) from (
      select seq, ${instantInJson('at')}, kind, actor, holder, holder_authority, subject, states_entered, states_left, state, seen_by,
        case when kind in ('refused', 'resumed') then detail end as detail,
        case when kind in ('refused', 'resumed') then
          (select wrapped from journey_key k where k.journey_id = $1::uuid)
        end as wrapped
      from journal
      where journey_id = $1::uuid and (seen_by is null or seen_by && $2::text[]) and ${page} limit $4
    ) e
  ) as entries,
  (
    select json_agg(d) from (
      select journey_id, seq, service, authority, state, undoes, status, attempt, ${instantInJson('created_at')},
        ${instantInJson('reopened_at')}, ${instantInJson('ring_at')}, ${instantInJson('due_at')}, ${instantInJson('settled_at')}, error_code, error_message,
        exists (
          select from authority_pause p where p.authority in (dispatch.authority, split_part(dispatch.service, '.', 1)) and p.paused
        ) as paused
      from dispatch
      where journey_id = $1::uuid and seq = any($5::integer[])
    ) d
  ) as dispatches,
  (
    select json_agg(d) from (
      select task, ${instantInJson('saved_at')} from draft where journey_id = $1::uuid and person_id::text = any($2::text[])
    ) d
  ) as drafts,
  exists (
    select from message where journey_id = $1::uuid and person_id::text = any($2::text[])
  ) as written_to`;

const AFTER = statement('seq > $3::integer order by seq');
const BEFORE = statement('seq < $3::integer order by seq desc');

interface Row {
  readonly entries: readonly EntryRow[] | null;
  readonly dispatches: readonly (SummaryRow & RingRow)[] | null;
  readonly drafts: readonly { readonly task: string; readonly saved_at: Instant }[] | null;
  readonly written_to: boolean;
}

interface RingRow {
  readonly paused: boolean;
  readonly ring_at: Instant | null;
}

/** Bytes stand as JSON has them, `\\x` and hex digits. */
type EntryRow = SeenRow & { readonly detail: string | null; readonly wrapped: string | null };

/** Reads the rows of a view in one statement; of what is encrypted, only why an authority refused, and what a held journey was given. */
export async function viewRows(
  { byKey }: Database,
  keys: JourneyKeys,
  journey: string,
  viewers: readonly string[],
  range: JournalRange,
  numbers: readonly number[],
): Promise<ViewRows> {
  const isAfter = 'after' in range;
  const query = {
    name: isAfter ? 'view rows after' : 'view rows',
    text: isAfter ? AFTER : BEFORE,
    values: [journey, viewers, isAfter ? range.after : range.before, range.limit, numbers],
  };
  const { rows } = await byKey.query<Row>(query);
  const { entries, dispatches, drafts, written_to: writtenTo } = rows[0]!;
  const page = (entries ?? []).map(row => entryOf(journey, row, keys));
  return {
    entries: isAfter ? page : page.reverse(),
    dispatches: (dispatches ?? []).map(({ paused, ring_at: ringAt, ...row }) => ({
      ...dispatchSummary(row),
      ...(ringAt !== null && { ringAt }),
      ...(paused && { paused }),
    })),
    drafts: (drafts ?? []).map(({ task, saved_at: savedAt }) => ({ task, savedAt })),
    writtenTo,
  };
}

function entryOf(journey: string, { detail, wrapped, ...row }: EntryRow, keys: JourneyKeys): SeenEntry {
  const entry = seenEntryOf(row);
  if (detail === null || wrapped === null) return entry;
  const key = keys.unwrap(journey, bytesInJson(wrapped));
  return { ...entry, ...detailSeen(key.open(`journal/${row.seq}`, bytesInJson(detail))) };
}
