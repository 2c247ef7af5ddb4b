import { iso } from '#calendar';
import { type Alike, type AskedOf, type Reopened } from '#runtime';
import { type Instant } from '#statechart';
import { type Database } from './database.js';

/** *Token bucket*: an order adds to what earlier ones have in line, and waits its turn behind it. `$5` at a rate of `$3` a second. */
const ORDER_TAKES = `$5::integer * interval '1 second' / $3::integer`;
const UNDER_WAY = `coalesce(d.status = 'pending' and d.reopened_at > $2::timestamptz - ${ORDER_TAKES}, false)`;
const IN_LINE = `under_way and ring_at >= $2::timestamptz and ring_at <= reopened_at + ${ORDER_TAKES}`;

/**
 * Rings what waits, oldest first. Whoever settles or postpones one at the same moment goes first: its row is
 * skipped, so that nobody waits for anybody. What is locked goes straight into the update (decisions/0004).
 */
function statement(of: string, { wanted, change, byOrder = false }: Ringing): string {
  const underWay = byOrder ? UNDER_WAY : 'false';
  return /* sql */ `
with found as (
  select journey_id, seq, created_at, ring_at, reopened_at, ${underWay} as under_way
  from dispatch d
  where d.settled_at is null and ${of} and ${wanted}
),
ahead as (
  select count(*)::integer as count, max(ring_at) + interval '1 second' / $3::integer as until
  from found where ${IN_LINE}
),
line as (
  select journey_id, seq, row_number() over (order by created_at, journey_id, seq) - 1 as place
  from found where not under_way
),
taken as (
  select d.journey_id, d.seq, l.place
  from line l join dispatch d on d.journey_id = l.journey_id and d.seq = l.seq
  where ${wanted} and not ${underWay} and ($5::integer is null or l.place < $5 - (select count from ahead))
  for update of d skip locked
),
rung as (
  update dispatch d
  set ring_at = least(
    d.ring_at,
    greatest($2::timestamptz, (select until from ahead)) + t.place * interval '1 second' / $3::integer
  )${change}
  from taken t where d.journey_id = t.journey_id and d.seq = t.seq
  returning d.journey_id
)
select (select count(*)::integer from rung) as rung, (select count(*)::integer from line) as found,
  (select count(*)::integer from found where under_way) as under_way,
  ${byOrder ? 'array(select distinct journey_id from rung)' : `'{}'::uuid[]`} as journeys`;
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
  /** Ops have ordered it, and are told which journeys they belong to. */
  readonly byOrder?: boolean;
}

const CHANGES = {
  failed: { wanted: `d.status = 'pending' and d.error_code is not null`, change: '' },
  waiting: {
    wanted: `d.status = 'pending'`,
    change: `, attempt = 0, reopened_at = $2::timestamptz`,
    byOrder: true,
  },
  'waiting or given up': {
    wanted: `(d.status = 'pending' or d.status = 'parked' and d.error_code = 'unreachable')`,
    change: `, attempt = 0, reopened_at = $2::timestamptz, status = 'pending'`,
    byOrder: true,
  },
  alike: {
    wanted: `d.status in ('pending', 'parked') and d.error_code is not null`,
    change: `, attempt = 0, reopened_at = $2::timestamptz, status = 'pending'`,
    byOrder: true,
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
  readonly under_way: number;
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
  const { rows } = await byKey.query<RungRow>(query);
  const { rung = 0, found = 0, under_way: underWay = 0, journeys = [] } = rows[0] ?? {};
  return { rung, left: found - rung, underWay, journeys };
}

function choice(asked: AskedOf | Alike) {
  if ('cause' in asked) return { of: 'cause', first: asked.service, second: asked.cause } as const;
  const { authority, role } = asked;
  const of = authority === undefined ? 'role' : role === undefined ? 'authority' : 'both';
  return { of, first: authority, second: role } as const;
}
