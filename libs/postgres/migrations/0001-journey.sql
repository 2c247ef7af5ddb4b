-- The tables of a journey are made to be hash-partitioned by journey: every primary key and unique index leads
-- with journey_id, and nothing refers from one to another with a foreign key. (The one statement that writes them
-- writes only rows of journeys whose version it has just checked; checking again would cost a look-up for each row.)

-- A journey as it stands. Updated at each step, so that rows are slim, pages keep room for the next version, and no
-- index holds a column that changes at a step (status changes seldom).
create table journey (
  journey_id uuid primary key,
  definition text not null,
  hash text not null,
  status text not null check (status in ('active', 'cancelling', 'cancelled', 'done', 'held')),
  version integer not null check (version > 0),
  started_at timestamptz not null,
  moved_at timestamptz not null,
  -- Paths of the active states, for ops.
  states text[] not null,
  -- Sealed with the journey's key.
  state bytea not null
) with (fillfactor = 70, toast_tuple_target = 4080, autovacuum_vacuum_scale_factor = 0.05);

-- Ciphertext does not compress: do not try.
alter table journey alter column state set storage external;

-- What ops look for, newest first; most of the time among those that have not ended.
create index journey_started on journey (started_at, journey_id);

create index journey_open on journey (status, started_at, journey_id) where status in ('active', 'cancelling', 'held');

-- Erasing a row here erases the journey's data everywhere, in backups that lack it as well.
create table journey_key (
  journey_id uuid primary key,
  -- The data key, wrapped with a master key that it names.
  wrapped bytea not null
);

-- Everything that ever moved a journey, in order; rows are only ever added.
create table journal (
  journey_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  -- A person id, authority:<id> or ops:<subject>; null is the clock.
  actor text,
  subject text not null,
  origin text,
  states_entered text[] not null,
  states_left text[] not null,
  -- What arrived; sealed.
  detail bytea not null,
  primary key (journey_id, seq)
);

alter table journal alter column detail set storage external;

-- The same event is taken in once.
create unique index journal_origin on journal (journey_id, origin) where origin is not null;
