-- In which transaction a row was written: read in this order, and no further than the oldest that is still under way, none is missed.
-- BRIN costs a commit next to nothing, and keeps an update of the row in its page.
alter table dispatch add column recorded bigint not null default pg_current_xact_id()::text::bigint;
create index dispatch_recorded on dispatch using brin (recorded) with (pages_per_range = 32, autosummarize = on);
alter table audit add column recorded bigint not null default pg_current_xact_id()::text::bigint;
create index audit_recorded on audit (recorded);

-- Hash chain of what a person may know was given or looked at about them; and one of its own for what they may not know.
create table access_chain (
  chain_id uuid primary key,
  -- Null once the person has been erased.
  person_id uuid,
  withheld boolean not null,
  entries integer not null check (entries > 0),
  link bytea not null,
  -- JWS over number and link of the last entry.
  head text not null,
  unique (person_id, withheld)
);

create table access_entry (
  chain_id uuid not null references access_chain,
  number integer not null check (number > 0),
  -- Under a key that is derived from the journey's, and gone with it.
  commitment bytea not null,
  link bytea not null,
  -- What it is about, until the journey is erased: a dispatch, or a look that the audit trail tells of.
  journey uuid,
  seq integer,
  look bigint,
  recorded bigint,
  content bytea,
  primary key (chain_id, number),
  check (num_nulls(journey, recorded, content) in (0, 3)),
  check (num_nonnulls(seq, look) = num_nonnulls(journey))
);
alter table access_entry alter column content set storage external;
create index access_entry_source on access_entry (journey, seq, look);

-- Everything recorded in an earlier transaction stands in the chains.
create table access_chain_progress (
  single boolean primary key default true check (single),
  recorded_below bigint not null
);
insert into access_chain_progress (recorded_below) values (0);

-- Keys that sign the heads. The newest signs; of the others the public part stays, for the heads that they have signed.
create table head_key (
  generation integer primary key,
  key_id text not null unique,
  public jsonb not null,
  wrapped bytea,
  made_at timestamptz not null
);
