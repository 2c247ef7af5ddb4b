-- What registers call persons for whom somebody has, or has had, a mandate by law, which carries no name; of others none is kept. Sealed
-- with a key of the person's own (journey_key), as what is theirs of no journey is.
create table registered_name (
  person_id uuid primary key,
  name bytea not null,
  -- The day from which they are called so, at its midnight.
  since timestamptz not null
);
