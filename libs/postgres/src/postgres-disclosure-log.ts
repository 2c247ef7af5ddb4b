import { iso } from '#calendar';
import { type AccessFilter, type AccessRecord, type DisclosureLog, LOOKS } from '#runtime';
import { accessRecord, type AccessRow } from './access-row.js';
import { type Database } from './database.js';
import { isUuid } from './is-uuid.js';
import { withStoreErrors } from './postgres-failure.js';

const statement = /* sql */ `
with mine as (
  select distinct journey_id from participant where person_id = $1::uuid and ($2::uuid is null or journey_id = $2)
), access as (
  select d.created_at as at, d.journey_id || case when d.seq < 0 then '-m' || -d.seq else '-' || d.seq end as id, d.journey_id as journey, d.seq, d.service, d.authority,
    coalesce(d.state, undone.state) as state, d.status, d.persons, d.categories, d.ground, d.holder, d.acted_for, null as actor
  from mine
  join dispatch d using (journey_id)
  left join dispatch undone on undone.journey_id = d.journey_id and undone.seq = d.undoes
  where d.categories is not null and ($2::uuid is not null or d.persons = '{}' or $1::uuid = any(d.persons))
  union all
  select d.created_at, d.journey_id || '-' || d.seq, d.journey_id, d.seq, d.service, d.authority,
    coalesce(d.state, undone.state), d.status, d.persons, d.categories, d.ground, null, null, null
  from dispatch d
  left join dispatch undone on undone.journey_id = d.journey_id and undone.seq = d.undoes
  where $2::uuid is null and d.seq > 0 and d.persons <> '{}' and d.persons @> array[$1::uuid]
    and not exists (select from mine where mine.journey_id = d.journey_id)
  union all
  select a.at, 'look-' || a.entry, mine.journey_id, null, null, null, null, null, null, null, null, null, null, a.actor
  from mine
  join audit a on a.subjects @> array[mine.journey_id::text]
  where a.action = any($3::text[])
)
select extract(epoch from at) * 1000 as at, id, journey, j.hash, seq, service, authority, access.state, access.status, persons, categories,
  ground, holder, acted_for, actor
from access
join journey j on j.journey_id = access.journey
where $4::timestamptz is null or (access.at, id collate "C") < ($4, $5::text)
order by access.at desc, id collate "C" desc
limit $6`;

/** Access log of personal data, in Postgres: one statement over the outbox and the audit trail. Decrypts nothing. */
export class PostgresDisclosureLog implements DisclosureLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async page({ person, journey, after, limit }: AccessFilter): Promise<readonly AccessRecord[]> {
    if (journey !== undefined && !isUuid(journey)) return [];
    const { rows } = await withStoreErrors(
      this.#database.pool.query<AccessRow>({
        name: 'access to data',
        text: statement,
        values: [person, journey ?? null, LOOKS, after ? iso(after.at) : null, after?.id ?? null, limit],
      }),
    );
    return rows.map(accessRecord);
  }
}
