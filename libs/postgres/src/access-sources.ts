import { LOOKS } from '#runtime';

/** What an access record consists of, of a row `p` with the columns `journey`, `seq` and `look`. */
export const SOURCE_COLUMNS = /* sql */ `
  extract(epoch from coalesce(d.created_at, a.at)) * 1000 as at,
  case when a.entry is not null then 'look-' || a.entry end as id,
  p.journey, j.hash, d.seq, d.service, d.authority, coalesce(d.state, undone.state) as state, d.status, d.persons,
  d.categories, d.ground, d.holder, d.acted_for, a.actor, k.wrapped`;

export const SOURCE_TABLES = /* sql */ `
  left join dispatch d on d.journey_id = p.journey and d.seq = p.seq and d.categories is not null
  left join dispatch undone on undone.journey_id = d.journey_id and undone.seq = d.undoes
  left join audit a on a.entry = p.look`;

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/**
 * What was recorded from transaction $1 on and before $2, or whenever before now when $2 is null, is of a journey, concerns somebody,
 * and stands in no chain yet. The names of looks are in $3.
 */
export const UNCHAINED = /* sql */ `
  select d.recorded, d.created_at as at, d.journey_id as journey, d.seq, null::bigint as look
  from dispatch d
  where d.categories is not null and d.recorded >= $1 and ($2::bigint is null or d.recorded < $2)
    and exists (select from journey j where j.journey_id = d.journey_id)
    and (d.persons <> '{}' or exists (select from participant t where t.journey_id = d.journey_id and t.until is null))
    and not exists (
      select from access_entry e where e.journey = d.journey_id and e.seq = d.seq and e.recorded = d.recorded
    )
  union all
  select a.recorded, a.at, s.journey, null, a.entry
  from audit a
  cross join lateral (
    select distinct case when subject ~ '${UUID}' then subject::uuid end as journey from unnest(a.subjects) as s (subject)
  ) s
  where a.action = any($3::text[]) and a.recorded >= $1 and ($2::bigint is null or a.recorded < $2)
    and exists (select from participant t where t.journey_id = s.journey and t.until is null)
    and not exists (select from access_entry e where e.journey = s.journey and e.look = a.entry)`;

/** Parameters of {@link UNCHAINED}. */
export function unchainedBetween(from: number, below: number | null): readonly unknown[] {
  return [from, below, LOOKS];
}
