-- The vault: the only place with CPR numbers. Everything else has person_id.
create table person (
  person_id uuid primary key,
  -- HMAC-SHA256 of the number under a key derived from a master key: finds the number, does not tell it.
  cpr_hmac bytea not null unique,
  -- The number, sealed under a key derived from a master key.
  cpr bytea not null,
  created_at timestamptz not null default now()
);

create table participant (
  journey_id uuid not null,
  role text not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (journey_id, role, person_id)
);

create index participant_person on participant (person_id, journey_id);

-- What a person has filled in and not yet sent.
create table draft (
  journey_id uuid not null,
  task text not null,
  person_id uuid not null,
  saved_at timestamptz not null,
  -- Sealed.
  data bytea not null,
  primary key (journey_id, task, person_id)
);

-- Which data were given to which authority, for what, on which ground. Names of data, never the data.
create table disclosure (
  journey_id uuid not null,
  -- The dispatch that gave them, and the place among several disclosures of one dispatch.
  dispatch_seq integer not null,
  item integer not null,
  at timestamptz not null,
  authority text not null,
  service text not null,
  step text not null,
  persons uuid[] not null,
  categories text[] not null,
  ground text not null,
  primary key (journey_id, dispatch_seq, item)
);

create table message (
  journey_id uuid not null,
  -- The journal entry that sends it, and the place among several of one entry.
  seq integer not null,
  item integer not null,
  at timestamptz not null,
  person_id uuid not null,
  role text not null,
  -- Key of the definition's texts.
  text text not null,
  -- Sealed.
  params bytea not null,
  primary key (journey_id, seq, item)
);
