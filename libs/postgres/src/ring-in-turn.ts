import { iso } from '#calendar';
import { type Instant } from '#statechart';
import { type Database } from './database.js';
import { withStoreErrors } from './postgres-failure.js';

/**
 * Rings what waits for an authority, oldest first. Whoever settles or postpones one at the same moment goes first: its row is
 * skipped, so that nobody waits for anybody. What is locked goes straight into the update (decisions/0004).
 */
function statement(wanted: string, change: string): string {
  return /* sql */ `
with line as (
  select journey_id, seq, row_number() over (order by created_at, journey_id, seq) - 1 as place
  from dispatch d
  where d.settled_at is null and d.authority = $1 and ${wanted}
),
taken as (
  select d.journey_id, d.seq, l.place
  from line l join dispatch d on d.journey_id = l.journey_id and d.seq = l.seq
  where ${wanted}
  for update of d skip locked
),
rung as (
  update dispatch d
  set ring_at = least(d.ring_at, $2::timestamptz + t.place * interval '1 second' / $3::integer)${change}
  from taken t where d.journey_id = t.journey_id and d.seq = t.seq
  returning 1
)
select count(*)::integer as count from rung`;
}

const STATEMENTS = {
  failed: statement(`d.status = 'pending' and d.error_code is not null`, ''),
  waiting: statement(`d.status = 'pending'`, `, attempt = 0, reopened_at = $2::timestamptz`),
  'waiting or given up': statement(
    `(d.status = 'pending' or d.status = 'parked' and d.error_code = 'unreachable')`,
    `, attempt = 0, reopened_at = $2::timestamptz, status = 'pending'`,
  ),
} as const;

/**
 * `failed`: what failed or was put off. The others are also given a new beginning.
 *
 * @returns how many
 */
export async function ringInTurn(
  { byKey }: Database,
  which: keyof typeof STATEMENTS,
  authority: string,
  at: Instant,
  perSecond: number,
): Promise<number> {
  const query = { name: `ring ${which}`, text: STATEMENTS[which], values: [authority, iso(at), perSecond] };
  const { rows } = await withStoreErrors(byKey.query<{ count: number }>(query));
  return rows[0]?.count ?? 0;
}
