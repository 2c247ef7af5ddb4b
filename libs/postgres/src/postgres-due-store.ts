import { iso } from '#calendar';
import { dispatchId, type DueStore, type Outlook, type Ring, roleOf } from '#runtime';
import { type Instant } from '#statechart';
import { type Database } from './database.js';

/** Authorities that have something due. They are found one after the other in an index: nothing else is read. */
const AUTHORITIES = /* sql */ `
with recursive authority (name) as (
  (select authority from dispatch where settled_at is null order by authority limit 1)
  union all
  select (
    select d.authority from dispatch d
    where d.settled_at is null and d.authority > a.name order by d.authority limit 1
  )
  from authority a where a.name is not null
)
select a.name from authority a
where a.name is not null
  and a.name <> all($2::text[])
  and exists (
    select from dispatch d
    where d.settled_at is null and d.authority = a.name and d.status = 'pending' and d.ring_at <= $1::timestamptz
      and split_part(d.service, '.', 1) <> all($2::text[])
  )`;

const DISPATCHES = /* sql */ `
with taken as (
  select journey_id, seq, ring_at from dispatch
  where settled_at is null and authority = $4 and status = 'pending' and ring_at <= $1::timestamptz
    and split_part(service, '.', 1) <> all($5::text[])
  order by ring_at limit $3
  for update skip locked
),
moved as (
  update dispatch d set ring_at = $2::timestamptz
  from taken t where d.journey_id = t.journey_id and d.seq = t.seq
  returning d.journey_id, d.seq, d.service, t.ring_at, case when d.error_code is null then d.created_at end as rung_at
)
select journey_id, seq, service, ring_at, rung_at from moved order by ring_at`;

const PAUSED = /* sql */ `select coalesce(array_agg(authority), '{}') as names from authority_pause where paused`;

const TIMERS = /* sql */ `
with taken as (
  select journey_id, seq, ring_at from timer
  where ring_at <= $1::timestamptz
  order by ring_at limit $3
  for update skip locked
),
moved as (
  update timer t set ring_at = $2::timestamptz
  from taken where t.journey_id = taken.journey_id and t.seq = taken.seq
  returning t.journey_id, taken.ring_at
)
select journey_id from moved group by journey_id order by min(ring_at)`;

const ASKED = /* sql */ `
select distinct authority from dispatch d
where d.settled_at is null and d.status = 'pending'
  and not exists (select from authority_pause p where p.authority in (d.authority, split_part(d.service, '.', 1)) and p.paused)
  and (d.error_code is null or d.ring_at <= $1::timestamptz)
order by authority`;

const NEXT_TIMER = /* sql */ `
select t.journey_id, t.due_at from timer t join journey j using (journey_id)
where j.status = 'active' or t.seq < 0
order by t.due_at, t.journey_id, t.seq limit 1`;

interface DueDispatch {
  readonly journey_id: string;
  readonly seq: number;
  readonly service: string;
  readonly ring_at: Instant;
  /** Null for one that has been tried. */
  readonly rung_at: Instant | null;
}

interface DueTimer {
  readonly journey_id: string;
}

/**
 * Due work in Postgres. Rows that another relay is taking are skipped (`for update skip locked`), so that two share the work.
 *
 * Each statement streams the rows that it locks into the update. Up to version 18.4 Postgres reads freed memory in the update, and
 * ends all its connections, when the last row has been locked before the first is updated, as a sort would have it (use-after-free
 * in run-time partition pruning, when a row was changed meanwhile; decisions/0004).
 */
export class PostgresDueStore implements DueStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async dispatches(now: Instant, ringAgainAt: Instant, limit: number): Promise<readonly Ring[]> {
    const [paused] = await this.#ask<{ names: string[] }>('paused', PAUSED, []);
    const names = paused?.names ?? [];
    const authorities = await this.#ask<{ name: string }>('authorities', AUTHORITIES, [iso(now), names]);
    const due: DueDispatch[] = [];
    // One after the other: what waits for a connection meanwhile is in more of a hurry.
    for (const { name: authority } of authorities) {
      const values = [iso(now), iso(ringAgainAt), limit, authority, names];
      due.push(...(await this.#ask<DueDispatch>('due dispatches', DISPATCHES, values)));
    }
    return due
      .sort((a, b) => a.ring_at - b.ring_at)
      .map(({ journey_id, seq, service, rung_at }) => ({
        dispatch: dispatchId(journey_id, seq),
        role: roleOf(service),
        delivery: rung_at === null ? { kind: 'retry' } : { kind: 'repeat', rungAt: rung_at },
      }));
  }

  async journeys(now: Instant, ringAgainAt: Instant, limit: number): Promise<readonly string[]> {
    const rows = await this.#ask<DueTimer>('due timers', TIMERS, [iso(now), iso(ringAgainAt), limit]);
    return rows.map(({ journey_id }) => journey_id);
  }

  async outlook(soon: Instant): Promise<Outlook> {
    const [asked, [timer]] = await Promise.all([
      this.#ask<{ authority: string }>('who is asked', ASKED, [iso(soon)]),
      this.#ask<{ journey_id: string; due_at: Instant }>('the next timer', NEXT_TIMER, []),
    ]);
    return {
      asked: asked.map(({ authority }) => authority),
      ...(timer && { timer: { due: timer.due_at, journey: timer.journey_id } }),
    };
  }

  async #ask<Row extends object>(
    name: string,
    text: string,
    values: (string | number | readonly string[])[],
  ): Promise<readonly Row[]> {
    return (await this.#database.byKey.query<Row>({ name, text, values })).rows;
  }
}
