-- The private address of a person's calendar. Of what is secret in it only a digest is kept; a new one takes the place of the old.
create table calendar_feed (
  person_id uuid primary key,
  secret_hash bytea not null unique,
  made_at timestamptz not null
);
