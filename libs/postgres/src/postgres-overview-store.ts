import {
  CAUSED_KINDS,
  MOST_TIDINGS,
  type OverviewRequest,
  type OverviewRows,
  type OverviewStore,
  TELLING_KINDS,
  tidingsIn,
} from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Database } from './database.js';
import { dispatchSummary, type SummaryRow } from './dispatch-record.js';
import { seenEntryOf, type SeenRow } from './journal-entry.js';
import { bytesInJson, instantInJson } from './json-rows.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

// By primary key throughout: each of the journeys costs two short range scans, however many there are.
const STATEMENT = /* sql */ `
select
  asked.journey, k.wrapped,
  (
    select json_agg(e) from (
      select seq, ${instantInJson('at')}, kind, actor, holder, subject, states_entered, states_left, state, seen_by, detail
      from journal
      where journey_id = asked.journey and seq <= asked.version and (
          kind = any($4)
          or kind = any($3) and (
            subject = any(asked.ending)
            or (subject = any(asked.telling) and (seen_by is null or seen_by && asked.viewers))
          )
        )
      order by seq desc
      limit $2
    ) e
  ) as entries,
  (
    select json_agg(d) from (
      select journey_id, seq, service, authority, state, undoes, status, attempt, ${instantInJson('created_at')},
        ${instantInJson('reopened_at')}, ${instantInJson('ring_at')}, ${instantInJson('due_at')}, ${instantInJson('settled_at')}, error_code, error_message,
        case when service = any(asked.telling) then input end as input,
        exists (
          select from authority_pause p where p.authority in (dispatch.authority, split_part(dispatch.service, '.', 1)) and p.paused
        ) as paused
      from dispatch
      where journey_id = asked.journey
        and (seq = any(asked.dispatches) or service = any(asked.telling) or (undoes is not null and status = 'answered'))
    ) d
  ) as dispatches
from jsonb_to_recordset($1::jsonb)
  as asked (journey uuid, version integer, viewers text[], dispatches integer[], telling text[], ending text[])
left join journey_key k on k.journey_id = asked.journey
where exists (select from journey j where j.journey_id = asked.journey and j.erased_at is null)`;

interface Row {
  readonly journey: string;
  readonly wrapped: Buffer | null;
  readonly entries: readonly (SeenRow & { readonly detail: string })[] | null;
  readonly dispatches: readonly DispatchRow[] | null;
}

/** Bytes stand as JSON has them, `\\x` and hex digits. */
type DispatchRow = SummaryRow & {
  readonly ring_at: Instant | null;
  readonly input: string | null;
  readonly paused: boolean;
};

/** Overviews from Postgres, in one statement for all journeys. The key of each is unwrapped once. */
export class PostgresOverviewStore implements OverviewStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async rowsOf(asked: readonly OverviewRequest[]): Promise<ReadonlyMap<string, OverviewRows>> {
    const known = asked.filter(({ journey }) => isUuid(journey));
    if (known.length === 0) return new Map();
    const { rows } = await this.#database.byKey.query<Row>({
      name: 'overview rows',
      text: STATEMENT,
      values: [JSON.stringify(known), MOST_TIDINGS, TELLING_KINDS, CAUSED_KINDS],
    });
    const wanted = new Map(known.map(request => [request.journey, request]));
    return new Map(rows.map(row => [row.journey, this.#rowsOf(row, wanted.get(row.journey)!)]));
  }

  #rowsOf({ journey, wrapped, entries, dispatches }: Row, request: OverviewRequest): OverviewRows {
    const key = this.#keys.unwrap(journey, wrapped);
    const open = new Set(request.dispatches);
    const asked = new Map((dispatches ?? []).map(row => [row.seq, row]));
    const undone = new Set(
      (dispatches ?? []).flatMap(({ undoes, status }) => (status === 'answered' ? (undoes ?? []) : [])),
    );
    return {
      dispatches: [...asked.values()].flatMap(({ paused, ring_at: ringAt, input: _input, ...row }) =>
        open.has(row.seq)
          ? { ...dispatchSummary(row), ...(ringAt !== null && { ringAt }), ...(paused && { paused }) }
          : [],
      ),
      tidings: tidingsIn(
        (entries ?? []).map(({ detail, ...row }) => ({
          ...seenEntryOf(row),
          detail: key.open(`journal/${row.seq}`, bytesInJson(detail)),
        })),
        request,
        dispatch => {
          const { service, authority, input = null } = asked.get(dispatch) ?? {};
          if (input === null || undone.has(dispatch)) return undefined;
          return key.open(`dispatch/${dispatch}/input`, bytesInJson(input), [service!, authority!]);
        },
      ),
    };
  }
}
