import { SOURCE_COLUMNS, SOURCE_TABLES, UNCHAINED } from './access-sources.js';

// What the store of access chains asks and tells Postgres.

// A table that has just grown is thought to be small, and would be read through for each row of another.
export const BEGIN = 'begin; set local enable_seqscan = off';

// `skip locked`: whoever finds another at it has nothing to do. The horizon is the oldest transaction that may still commit here. Numbers
// are the whole server's: one is passed over once it is seen to be held by a session of another database, for that it stays.
export const TURN = /* sql */ `
select recorded_below as below, coalesce(
  (
    select min(open::text::bigint) from pg_snapshot_xip(pg_current_snapshot()) as open
    where not exists (
      select from pg_stat_activity a where a.backend_xid = open::xid and a.datname <> current_database()
    )
  ),
  pg_snapshot_xmax(pg_current_snapshot())::text::bigint
) as horizon
from access_chain_progress for update skip locked`;

export const PENDING = /* sql */ `
select recorded, journey, seq, look, own, personal from (${UNCHAINED}) u
order by recorded, at, journey, seq, look, own limit $5`;

// Whoever erases a person waits for this; who has been erased by now is not there.
export const LOCK_PERSONS = /* sql */ `
select p.person_id as person, k.wrapped
from person p
left join journey_key k on k.journey_id = p.person_id
where p.person_id = any($1::uuid[])
order by p.person_id
for key share of p`;

export const PARTICIPANTS = /* sql */ `
select journey_id as journey, person_id as person, role from participant
where journey_id = any($1::uuid[]) and until is null order by person_id, role`;

// The keys are locked against whoever erases the journeys meanwhile; what has been erased by now is not there.
export const DETAILS = /* sql */ `
select p.recorded, ${SOURCE_COLUMNS}, k.wrapped
from unnest($1::integer[], $2::bigint[], $3::uuid[], $4::integer[], $5::bigint[], $6::uuid[])
  as p (place, recorded, journey, seq, look, own)
join journey_key k on k.journey_id = p.journey
left join journey j on j.journey_id = p.journey
${SOURCE_TABLES}
where coalesce(d.recorded, a.recorded, s.recorded, t.recorded) is not null
order by p.place
for key share of k`;

export const ENTRIES = /* sql */ `
select p.number, p.commitment, p.link, p.content, p.erased, p.recorded,
  coalesce(d.recorded, a.recorded, s.recorded, t.recorded) as recorded_now, ${SOURCE_COLUMNS}, k.wrapped
from access_entry p
left join journey j on j.journey_id = p.journey
left join journey_key k on k.journey_id = p.journey
${SOURCE_TABLES}
where p.chain_id = $1::uuid and p.number > $2
order by p.number
limit $3`;

export const ADD_CHAINS = /* sql */ `
insert into access_chain (chain_id, person_id, withheld, entries, link, head, sealed_at)
select *, now() from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::integer[], $5::bytea[], $6::text[])
on conflict (chain_id) do update
  set entries = excluded.entries, link = excluded.link, head = excluded.head, sealed_at = excluded.sealed_at`;

// Commitment, link and content of an entry stand one after the other in the bytes.
export const ADD_ENTRIES = /* sql */ `
insert into access_entry (chain_id, number, commitment, link, journey, seq, look, own, recorded, content)
select chain, number, substring($10::bytea from at for 32), substring($10::bytea from at + 32 for 32), journey, seq, look, own, recorded,
  substring($10::bytea from at + 64 for size - 64)
from unnest(
  $1::uuid[], $2::integer[], $3::uuid[], $4::integer[], $5::bigint[], $6::uuid[], $7::bigint[], $8::integer[], $9::integer[]
) as e (chain, number, journey, seq, look, own, recorded, at, size)`;
