import { HELPING_ACTS, LOOKS } from '#runtime';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Ids among the subjects of an entry `a` of the audit trail. */
const SUBJECT_IDS = /* sql */ `array(
  select case when subject ~ '${UUID}' then subject::uuid end from unnest(a.subjects) as s (subject)
)`;

/** The assistance `h` by which a caseworker left an entry `a` in the audit trail. */
const HELP = /* sql */ `lateral (
  select * from assistance where assistance_id = any(${SUBJECT_IDS}) limit 1
) h on a.action like 'assisted-%'`;

/**
 * What an access record consists of, of a row `p` with the columns `journey`, `seq`, `look` and `own`: a dispatch, an entry of the audit
 * trail, or an assistance or a text. What is of no journey has the id of a mandate or a correction there, or
 * else of a person.
 */
export const SOURCE_COLUMNS = /* sql */ `
  extract(epoch from coalesce(d.created_at, a.at, s.since, t.at)) * 1000 as at,
  p.journey, j.hash, m.mandate_id as mandate, c.correction_id as correction, c.definition as given_in, d.seq, p.look, p.own,
  d.service, d.authority, coalesce(d.state, undone.state) as state, d.status, d.persons,
  coalesce(d.categories, t.categories) as categories, coalesce(d.ground, t.ground) as ground, d.holder, d.acted_for,
  coalesce(d.holder_authority, h.authority, s.authority) as holder_authority, a.actor, a.action, a.subjects,
  coalesce(h.person_id, s.person_id, t.person_id, c.person_id) as person, s.caseworker_id as caseworker, s.identified, s.received_on, s.reason,
  extract(epoch from least(s.until, s.ended_at)) * 1000 as ends, t.way, t.sealed, t.purpose`;

export const SOURCE_TABLES = /* sql */ `
  left join dispatch d on d.journey_id = p.journey and d.seq = p.seq and d.categories is not null
  left join dispatch undone on undone.journey_id = d.journey_id and undone.seq = d.undoes
  left join audit a on a.entry = p.look
  left join ${HELP}
  left join assistance s on s.assistance_id = p.own
  left join sent_text t on t.text_id = p.own
  left join given_mandate m on m.mandate_id = p.journey
  left join correction c on c.correction_id = p.journey`;

/** Id of a dispatch, as the runtime's `dispatchId` writes it. */
const DISPATCH_ID = /* sql */ `d.journey_id || case when d.seq < 0 then '-m' || -d.seq else '-' || d.seq end`;

const recorded = (row: string): string =>
  `${row}.recorded >= $1 and ($2::bigint is null or ${row}.recorded < $2)`;

/**
 * Whether there is such a row, as a subquery that can only be asked for one row at a time. For `exists` Postgres may read a whole table
 * instead, and does so where it is wrong about how many it will ask for.
 */
const has = (rows: string): string => `(select true from ${rows} limit 1) is true`;
const isUnchained = (journey: string, column: 'look' | 'own', id: string): string =>
  `not ${has(`access_entry e where e.journey = ${journey} and e.${column} = ${id}`)}`;
const isKnown = (person: string): string => has(`person v where v.person_id = ${person}`);

/**
 * What was recorded from transaction $1 on and before $2, or whenever before now when $2 is null, concerns somebody, and stands in no chain
 * yet. The names of looks are in $3, those of what caseworkers do in $4. Of what is personal, the key is the person's own.
 */
export const UNCHAINED = /* sql */ `
  select d.recorded, d.created_at as at, ${DISPATCH_ID} as id, d.journey_id as journey, d.seq, null::bigint as look, null::uuid as own,
    false as personal
  from dispatch d
  where d.categories is not null and ${recorded('d')}
    and (
      ${has('journey j where j.journey_id = d.journey_id')}
      and (d.persons <> '{}' or ${has('participant t where t.journey_id = d.journey_id and t.until is null')})
      or d.persons <> '{}' and ${has('given_mandate m where m.mandate_id = d.journey_id')}
      or ${has('correction c where c.correction_id = d.journey_id')}
    )
    and not ${has('access_entry e where e.journey = d.journey_id and e.seq = d.seq and e.recorded = d.recorded')}
  union all
  select a.recorded, a.at, 'look-' || a.entry, s.journey, null, a.entry, null, false
  from audit a
  left join ${HELP}
  cross join lateral (select distinct id as journey from unnest(${SUBJECT_IDS}) as i (id)) s
  where a.action = any($3::text[]) and ${recorded('a')}
    and (a.action not like 'assisted-%' or h.person_id is not null)
    and ${has(`participant t
      where t.journey_id = s.journey and t.until is null and t.person_id = coalesce(h.person_id, t.person_id)`)}
    and ${isUnchained('s.journey', 'look', 'a.entry')}
  union all
  select a.recorded, a.at, 'act-' || a.entry, coalesce(s.journey, h.person_id), null, a.entry, null, s.journey is null
  from audit a
  join ${HELP}
  left join lateral (
    select distinct t.journey_id as journey from participant t
    where t.journey_id = any(${SUBJECT_IDS}) and t.person_id = h.person_id
  ) s on true
  where a.action = any($4::text[]) and a.outcome = 'done' and ${recorded('a')}
    and (
      s.journey is not null
      or ${isKnown('h.person_id')} and not exists (select from journey j where j.journey_id = any(${SUBJECT_IDS}))
    )
    and ${isUnchained('coalesce(s.journey, h.person_id)', 'look', 'a.entry')}
  union all
  select s.recorded, s.since, 'help-' || s.assistance_id, s.person_id, null, null, s.assistance_id, true
  from assistance s
  where ${recorded('s')} and ${isKnown('s.person_id')} and ${isUnchained('s.person_id', 'own', 's.assistance_id')}
  union all
  select t.recorded, t.at, 'text-' || t.text_id, coalesce(t.told_of, t.person_id), null, null, t.text_id, t.told_of is null
  from sent_text t
  where ${recorded('t')}
    and case when t.told_of is null then ${isKnown('t.person_id')}
      else ${has('journey_key k where k.journey_id = t.told_of')} end
    and ${isUnchained('coalesce(t.told_of, t.person_id)', 'own', 't.text_id')}`;

/** Parameters of {@link UNCHAINED}. */
export function unchainedBetween(from: number, below: number | null): readonly unknown[] {
  return [from, below, LOOKS, HELPING_ACTS];
}

/**
 * Where the records of a person are, newest first: of all, or of the journey $2. The person is $1; $3 and $4 as in {@link UNCHAINED}. The
 * first look of each assistance stands for all.
 */
export const PLACES_OF_PERSON = /* sql */ `
with mine as (
  select distinct journey_id from participant where person_id = $1::uuid and ($2::uuid is null or journey_id = $2)
), delivered as not materialized (
  select d.journey_id as journey, d.seq, d.created_at, d.persons, d.categories, ${DISPATCH_ID} as id
  from dispatch d
)
select d.created_at as at, d.id, d.journey, d.seq, null::bigint as look, null::uuid as own
from mine
join delivered d on d.journey = mine.journey_id
where d.categories is not null and ($2::uuid is not null or d.persons = '{}' or $1::uuid = any(d.persons))
union all
select d.created_at, d.id, d.journey, d.seq, null, null
from delivered d
where $2::uuid is null and d.seq > 0 and d.persons <> '{}' and d.persons @> array[$1::uuid]
  and not exists (select from mine where mine.journey_id = d.journey)
union all
select d.created_at, d.id, d.journey, d.seq, null, null
from given_mandate m
join delivered d on d.journey = m.mandate_id
where $2::uuid is null and $1::uuid in (m.holder_id, m.person_id) and d.categories is not null and $1::uuid = any(d.persons)
union all
select d.created_at, d.id, d.journey, d.seq, null, null
from correction c
join delivered d on d.journey = c.correction_id
where $2::uuid is null and c.person_id = $1::uuid and d.categories is not null and (d.seq = 0 or $1::uuid = any(d.persons))
union all
select a.at, 'look-' || a.entry, mine.journey_id, null, a.entry, null
from mine
join audit a on a.subjects @> array[mine.journey_id::text]
where a.action = any($3::text[]) and a.action not like 'assisted-%'
union all
select a.at, 'look-' || a.entry, mine.journey_id, null, a.entry, null
from assistance s
join audit a on a.subjects @> array[s.assistance_id::text]
join mine on a.subjects @> array[mine.journey_id::text]
where s.person_id = $1::uuid and a.action = any($3::text[]) and not exists (
  select from audit b
  where b.subjects @> array[mine.journey_id::text, s.assistance_id::text] and b.action = a.action and b.entry < a.entry
)
union all
select a.at, 'act-' || a.entry, coalesce(mine.journey_id, s.person_id), null, a.entry, null
from assistance s
join audit a on a.subjects @> array[s.assistance_id::text]
left join mine on a.subjects @> array[mine.journey_id::text]
where s.person_id = $1::uuid and a.action = any($4::text[]) and coalesce(a.outcome, 'done') = 'done'
  and (
    mine.journey_id is not null
    or $2::uuid is null and not exists (select from journey j where j.journey_id = any(${SUBJECT_IDS}))
  )
union all
select s.since, 'help-' || s.assistance_id, s.person_id, null, null, s.assistance_id
from assistance s
where $2::uuid is null and s.person_id = $1::uuid
union all
select t.at, 'text-' || t.text_id, coalesce(t.told_of, t.person_id), null, null, t.text_id
from sent_text t
where t.person_id = $1::uuid and ($2::uuid is null or t.told_of = $2)`;
