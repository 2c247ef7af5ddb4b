import { iso } from '#calendar';
import {
  type AccessFilter,
  type AccessRecord,
  type CorrectionRecord,
  type DisclosureLog,
  type Identification,
  LOOKS,
} from '#runtime';
import { type Instant } from '#statechart';
import { accessRecord, type AccessRow } from './access-row.js';
import { type Database } from './database.js';
import { actingOf } from './dispatch-record.js';
import { isUuid } from './is-uuid.js';
import { withStoreErrors } from './postgres-failure.js';

const statement = /* sql */ `
with mine as (
  select distinct journey_id from participant where person_id = $1::uuid and ($2::uuid is null or journey_id = $2)
), access as (
  select d.created_at as at, d.journey_id || case when d.seq < 0 then '-m' || -d.seq else '-' || d.seq end as id, d.journey_id as journey, d.seq, d.service, d.authority,
    coalesce(d.state, undone.state) as state, d.status, d.persons, d.categories, d.ground, d.holder, d.acted_for, d.holder_authority, null as actor, null::timestamptz as ends, null as identified, null::date as received_on, null as corrected
  from mine
  join dispatch d using (journey_id)
  left join dispatch undone on undone.journey_id = d.journey_id and undone.seq = d.undoes
  where d.categories is not null and ($2::uuid is not null or d.persons = '{}' or $1::uuid = any(d.persons))
  union all
  select d.created_at, d.journey_id || '-' || d.seq, d.journey_id, d.seq, d.service, d.authority,
    coalesce(d.state, undone.state), d.status, d.persons, d.categories, d.ground, null, null, null, null, null, null, null, null
  from dispatch d
  left join dispatch undone on undone.journey_id = d.journey_id and undone.seq = d.undoes
  where $2::uuid is null and d.seq > 0 and d.persons <> '{}' and d.persons @> array[$1::uuid]
    and not exists (select from mine where mine.journey_id = d.journey_id)
  union all
  select a.at, 'look-' || a.entry, mine.journey_id, null, null, null, null, null, null, null, null, null, null, s.authority, a.actor, null, null, null, null
  from mine
  join audit a on a.subjects @> array[mine.journey_id::text]
  left join assistance s on s.person_id = $1::uuid and a.subjects @> array[s.assistance_id::text]
  where a.action = any($3::text[]) and (s.assistance_id is null or not exists (
    select from audit b
    where b.subjects @> array[mine.journey_id::text, s.assistance_id::text] and b.action = a.action and b.entry < a.entry
  ))
  union all
  select s.since, 'help-' || s.assistance_id, null, null, null, null, null, null, null, null, null, null, null, s.authority, null,
    least(s.until, s.ended_at), s.identified, s.received_on, null
  from assistance s
  where $2::uuid is null and s.person_id = $1::uuid
  union all
  select d.created_at, d.journey_id || '-0', d.journey_id, d.seq, d.service, d.authority, null, d.status, d.persons, d.categories, d.ground,
    d.holder, d.acted_for, d.holder_authority, null, null, null, null, c.definition
  from correction c
  join dispatch d on d.journey_id = c.correction_id and d.seq = 0
  where $2::uuid is null and c.person_id = $1::uuid
)
select extract(epoch from at) * 1000 as at, id, journey, j.hash, seq, service, authority, access.state, access.status, persons, categories,
  ground, holder, acted_for, holder_authority, actor, extract(epoch from ends) * 1000 as ends, identified, received_on, corrected
from access
left join journey j on j.journey_id = access.journey
where $4::timestamptz is null or (access.at, id collate "C") < ($4, $5::text)
order by access.at desc, id collate "C" desc
limit $6`;

/** Of a caseworker's help, where `identified` is not null; of a correction, where `corrected`, its definition, is not. */
interface Row extends AccessRow {
  readonly corrected: string | null;
  readonly ends: Instant | string | null;
  readonly identified: Identification | null;
  readonly received_on: string | null;
}

/** Access log of personal data, in Postgres: one statement over the outbox and the audit trail. Decrypts nothing. */
export class PostgresDisclosureLog implements DisclosureLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async page({ person, journey, after, limit }: AccessFilter): Promise<readonly AccessRecord[]> {
    if (journey !== undefined && !isUuid(journey)) return [];
    const { rows } = await withStoreErrors(
      this.#database.pool.query<Row>({
        name: 'access to data',
        text: statement,
        values: [person, journey ?? null, LOOKS, after ? iso(after.at) : null, after?.id ?? null, limit],
      }),
    );
    return rows.map(recordOf);
  }
}

function recordOf(row: Row): AccessRecord {
  if (row.corrected !== null) return correctionRecord(row, row.corrected);
  const { at, id, holder_authority: office, identified, received_on: receivedOn, ends } = row;
  if (identified === null) return accessRecord(row);
  const received = receivedOn !== null && { receivedOn };
  return {
    kind: 'helped',
    at: Number(at),
    id,
    authority: office!,
    identified,
    ...received,
    until: Number(ends),
  };
}

function correctionRecord({ at, id, ...row }: Row, definition: string): CorrectionRecord {
  const { service, authority, status, categories, ground } = row;
  const acting = actingOf(row);
  const disclosed = { categories, ground, ...(acting && { acting }) };
  return { kind: 'correction', at: Number(at), id, service, authority, definition, status, ...disclosed };
}
