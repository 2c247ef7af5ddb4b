import { iso } from '#calendar';
import { type Alike, type AskedOf, type Reopened } from '#runtime';
import { type Instant } from '#statechart';
import { type Database } from './database.js';
import { withStoreErrors } from './postgres-failure.js';

/**
 * Rings what waits, oldest first. Whoever settles or postpones one at the same moment goes first: its row is
 * skipped, so that nobody waits for anybody. What is locked goes straight into the update (decisions/0004).
 */
function statement(of: string, { wanted, change, named = false }: Ringing): string {
  return /* sql */ `
with line as (
  select journey_id, seq, row_number() over (order by created_at, journey_id, seq) - 1 as place
  from dispatch d
  where d.settled_at is null and ${of} and ${wanted}
),
taken as (
  select d.journey_id, d.seq, l.place
  from line l join dispatch d on d.journey_id = l.journey_id and d.seq = l.seq
  where ${wanted} and ($5::integer is null or l.place < $5)
  for update of d skip locked
),
rung as (
  update dispatch d
  set ring_at = least(d.ring_at, $2::timestamptz + t.place * interval '1 second' / $3::integer)${change}
  from taken t where d.journey_id = t.journey_id and d.seq = t.seq
  returning d.journey_id
)
select (select count(*)::integer from rung) as rung, (select count(*)::integer from line) as found,
  ${named ? 'array(select distinct journey_id from rung)' : `'{}'::uuid[]`} as journeys`;
}

const OF = {
  authority: `d.authority = $1 and $4::text is null`,
  role: `$1::text is null and split_part(d.service, '.', 1) = $4::text`,
  both: `d.authority = $1 and split_part(d.service, '.', 1) = $4::text`,
  cause: `d.service = $1 and d.error_code = $4::text`,
};

/** Which rows, and what else is written in them. */
interface Ringing {
  readonly wanted: string;
  readonly change: string;
  /** Whether it is told which journeys they belong to. */
  readonly named?: boolean;
}

const CHANGES = {
  failed: { wanted: `d.status = 'pending' and d.error_code is not null`, change: '' },
  waiting: {
    wanted: `d.status = 'pending'`,
    change: `, attempt = 0, reopened_at = $2::timestamptz`,
    named: true,
  },
  'waiting or given up': {
    wanted: `(d.status = 'pending' or d.status = 'parked' and d.error_code = 'unreachable')`,
    change: `, attempt = 0, reopened_at = $2::timestamptz, status = 'pending'`,
    named: true,
  },
  alike: {
    wanted: `d.status in ('pending', 'parked') and d.error_code is not null`,
    change: `, attempt = 0, reopened_at = $2::timestamptz, status = 'pending'`,
    named: true,
  },
} satisfies Record<string, Ringing>;

/** From when on, how fast, and at most how many; absent: all. */
interface Pace {
  readonly at: Instant;
  readonly perSecond: number;
  readonly most?: number;
}

interface RungRow {
  readonly rung: number;
  readonly found: number;
  readonly journeys: readonly string[];
}

/** Rate-limited redelivery. `failed`: dispatches that failed or were put off. The others also have their attempts reset. */
export async function pacedRing(
  { byKey }: Database,
  which: keyof typeof CHANGES,
  asked: AskedOf | Alike,
  { at, perSecond, most }: Pace,
): Promise<Reopened> {
  const { of, first, second } = choice(asked);
  const values = [first, iso(at), perSecond, second, most];
  const query = { name: `ring ${which} of ${of}`, text: statement(OF[of], CHANGES[which]), values };
  const { rows } = await withStoreErrors(byKey.query<RungRow>(query));
  const { rung = 0, found = 0, journeys = [] } = rows[0] ?? {};
  return { rung, left: found - rung, journeys };
}

function choice(asked: AskedOf | Alike) {
  if ('cause' in asked) return { of: 'cause', first: asked.service, second: asked.cause } as const;
  const { authority, role } = asked;
  const of = authority === undefined ? 'role' : role === undefined ? 'authority' : 'both';
  return { of, first: authority, second: role } as const;
}
