-- A published definition; the sources under a hash never change.
create table definition (
  hash text primary key,
  id text not null,
  -- The first day on which journeys start on it.
  effective date not null,
  -- Path within the journey's folder -> text.
  sources jsonb not null,
  published_at timestamptz not null default now(),
  -- Tells publications within the same transaction time apart.
  publication integer generated always as identity
);

create index definition_latest on definition (id, effective, publication);
