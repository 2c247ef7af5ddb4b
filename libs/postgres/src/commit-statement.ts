import { type ChangeRow } from './change-rows.js';

/** Tables that the changes of a group write to, beside the journal. */
export type Part =
  'moving' | 'starting' | 'asking' | 'readdressing' | 'timing' | 'telling' | 'leaving' | 'clearing';

const CHANGE = /* sql */ `
change as materialized (
  select * from jsonb_to_recordset($1::jsonb) as c (
    base integer, journey uuid, expects integer, definition text, hash text, status text, at timestamptz,
    states text[], state integer[], key integer[],
    kind text, actor text, holder uuid, holder_authority text, subject text, origin text, entered text[], "left" text[],
    detail integer[], entry_state text, seen_by text[],
    dispatches jsonb, readdressed jsonb, ends jsonb, timers jsonb, cleared jsonb,
    messages jsonb, participants jsonb, departures jsonb, drafts jsonb
  )
)`;

const MOVED = /* sql */ `
moved as (
  update journey j
  set version = c.expects + 1, status = c.status, moved_at = case when c.kind = 'late' then j.moved_at else c.at end, states = c.states, state = substring($2::bytea from c.base + c.state[1] for c.state[2])
  from change c
  where c.expects > 0 and j.journey_id = c.journey and j.version = c.expects
  returning c.*
)`;

const CREATED = /* sql */ `
created as (
  insert into journey (journey_id, definition, hash, status, version, started_at, moved_at, states, state)
  select journey, definition, hash, status, 1, at, at, states, substring($2::bytea from base + state[1] for state[2])
  from change
  where expects = 0
  on conflict (journey_id) do nothing
  returning journey_id
)`;

const NEW_KEY = /* sql */ `
new_key as (
  insert into journey_key (journey_id, wrapped)
  select journey, substring($2::bytea from base + key[1] for key[2]) from committed where key is not null
)`;

const NEW_ENTRY = /* sql */ `
new_entry as (
  insert into journal
    (journey_id, seq, at, kind, actor, holder, holder_authority, subject, origin, states_entered, states_left, detail, state, seen_by)
  select journey, expects + 1, at, kind, actor, holder, holder_authority, subject, origin, entered, "left", substring($2::bytea from base + detail[1] for detail[2]), entry_state, seen_by
  from committed
)`;

const DISPATCHES = /* sql */ `
new_dispatch as (
  insert into dispatch
    (journey_id, seq, service, authority, state, undoes, status, created_at, ring_at, input, persons, categories, ground, holder, acted_for,
     holder_authority)
  select w.journey, d.seq, d.service, d.authority, d.state, d.undoes, 'pending', w.at, d.ring_at, substring($2::bytea from w.base + d.input[1] for d.input[2]),
    d.persons, d.categories, d.ground, d.holder, d.acted_for, d.holder_authority
  from committed w,
    jsonb_to_recordset(w.dispatches) as d
      (seq integer, service text, authority text, state text, undoes integer, ring_at timestamptz, input integer[],
       persons uuid[], categories text[], ground text, holder uuid, acted_for uuid, holder_authority text)
  where w.dispatches is not null
),
ended_dispatch as (
  update dispatch d
  set status = e.status, settled_at = e.at, ring_at = null
  from (
    select w.journey, w.at, e.*
    from committed w, jsonb_to_recordset(w.ends) as e (seq integer, status text)
    where w.ends is not null
    offset 0
  ) e
  where d.journey_id = e.journey and d.seq = e.seq
    and case e.status
      when 'late' then d.status = 'stopped'
      when 'refused' then d.settled_at is null or d.status = 'stopped'
      else d.settled_at is null
    end
)`;

const READDRESSED = /* sql */ `
readdressed as (
  update dispatch d
  set authority = r.authority, input = substring($2::bytea from r.base + r.input[1] for r.input[2]),
    recorded = pg_current_xact_id()::text::bigint
  from (
    select w.journey, w.base, r.*
    from committed w, jsonb_to_recordset(w.readdressed) as r (seq integer, authority text, input integer[])
    where w.readdressed is not null
    offset 0
  ) r
  where d.journey_id = r.journey and d.seq = r.seq and d.status in ('pending', 'parked')
)`;

const TIMERS = /* sql */ `
new_timer as (
  insert into timer (journey_id, seq, due_at, ring_at)
  select w.journey, t.seq, t.due, t.due
  from committed w, jsonb_to_recordset(w.timers) as t (seq integer, due timestamptz)
  where w.timers is not null
),
cleared_timer as (
  delete from timer t
  using (
    select w.journey, c.seq::integer
    from committed w, jsonb_array_elements(w.cleared) as c (seq)
    where w.cleared is not null
    offset 0
  ) c
  where t.journey_id = c.journey and t.seq = c.seq
)`;

const PEOPLE = /* sql */ `
new_message as (
  insert into message (journey_id, seq, item, at, person_id, role, text, content, status, way)
  select w.journey, w.expects + 1, m.item, w.at, m.person, m.role, m.text,
    substring($2::bytea from w.base + m.content[1] for m.content[2]), m.status, m.way
  from committed w,
    jsonb_to_recordset(w.messages) as m
      (item integer, person uuid, role text, text text, content integer[], status text, way text)
  where w.messages is not null
),
new_participant as (
  insert into participant (journey_id, role, person_id, since)
  select w.journey, p.role, p.person, w.at
  from committed w, jsonb_to_recordset(w.participants) as p (role text, person uuid)
  where w.participants is not null
  on conflict (journey_id, role, person_id) do update set since = excluded.since, until = null
    where participant.until is not null
)`;

const LEAVING = /* sql */ `
departed as (
  update participant p
  set until = d.at
  from (
    select w.journey, w.at, d.*
    from committed w, jsonb_to_recordset(w.departures) as d (role text, person uuid)
    where w.departures is not null
    offset 0
  ) d
  where p.journey_id = d.journey and p.role = d.role and p.person_id = d.person
)`;

/** Volatile function, called while the journey's row is locked: it also sees drafts saved since the statement began (decisions/0005). */
const CLEARING = 'case when drafts is not null then clear_drafts(journey, drafts) end';

const COMMITTED = {
  moving: 'select * from moved',
  starting: 'select c.* from created join change c on c.journey = created.journey_id',
};

/** Statement cache by name; there are as many as ways to combine the parts. */
const statements = new Map<string, string>();

/**
 * Multi-row write with optimistic concurrency: commits many changes in one round trip, with one flush to disk. Its parameters are the rows of
 * `change-rows.ts` as JSON, for a list of JSON costs a third less than arrays through `unnest`, and the bytes that they
 * point into, each from its `base` on. Parts that no change of the group needs are left out: each costs, whether or not
 * it finds anything to do.
 *
 * `committed` are the changes whose version still matched; every other part writes only for those, from lists nested in
 * them. All parts see the tables as they were before the statement, so that no row may be both added and altered by
 * one change. A part that nothing refers to runs nonetheless. `offset 0` keeps a list from being joined before it is
 * unfolded: rows are found by their whole primary key, not by their journey alone.
 */
export function commitStatement(parts: ReadonlySet<Part>): { readonly name: string; readonly text: string } {
  const name = `commit ${[...parts].sort().join(' ')}`;
  let text = statements.get(name);
  if (text === undefined) {
    text = statementOf(parts);
    statements.set(name, text);
  }
  return { name, text };
}

/** Parts of the statement that a change needs. */
export function partsOf(row: ChangeRow): Part[] {
  const parts: Part[] = [row['expects'] === 0 ? 'starting' : 'moving'];
  if (row['dispatches'] ?? row['ends']) parts.push('asking');
  if (row['readdressed']) parts.push('readdressing');
  if (row['timers'] ?? row['cleared']) parts.push('timing');
  if (row['messages'] ?? row['participants']) parts.push('telling');
  if (row['departures']) parts.push('leaving');
  if (row['drafts']) parts.push('clearing');
  return parts;
}

function statementOf(parts: ReadonlySet<Part>): string {
  const committed = (['moving', 'starting'] as const).flatMap(part =>
    parts.has(part) ? COMMITTED[part] : [],
  );
  const expressions = [
    CHANGE,
    ...(parts.has('moving') ? [MOVED] : []),
    ...(parts.has('starting') ? [CREATED] : []),
    `\ncommitted as materialized (${committed.join(' union all ')})`,
    ...(parts.has('starting') ? [NEW_KEY] : []),
    NEW_ENTRY,
    ...(parts.has('asking') ? [DISPATCHES] : []),
    ...(parts.has('readdressing') ? [READDRESSED] : []),
    ...(parts.has('timing') ? [TIMERS] : []),
    ...(parts.has('telling') ? [PEOPLE] : []),
    ...(parts.has('leaving') ? [LEAVING] : []),
  ];
  return `with ${expressions.join(',')}\nselect journey${parts.has('clearing') ? `, ${CLEARING}` : ''} from committed`;
}
