-- Mandates that people give each other. Who the two are called is sealed with the mandate's own key (journey_key), as are the messages
-- about it, which stand under its id. Ended: withdrawn, renounced, or by a death.
create table given_mandate (
  mandate_id uuid primary key,
  holder_id uuid not null,
  person_id uuid not null,
  -- Definitions; null: all of them.
  journeys text[],
  since timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  names bytea not null,
  given_at timestamptz not null,
  -- When something is to be done about it: its end is told ahead of time, and what is open ends with it. Null: nothing more.
  due_at timestamptz,
  check (holder_id <> person_id),
  check (since < until)
);
create index given_mandate_holder on given_mandate (holder_id, since);
create index given_mandate_person on given_mandate (person_id, since);
create index given_mandate_due on given_mandate (due_at) where due_at is not null;

-- Who has filled in a draft for its person, under a mandate: when that ends, the draft goes.
alter table draft add column holder uuid;
create index draft_holder on draft (holder, person_id) where holder is not null;
