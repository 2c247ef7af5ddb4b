-- A browser of ops that may look at the queues. The cookie names it; of its id only a digest is kept.
create table ops_session (
  id_hash bytea primary key,
  person_id uuid not null,
  expires_at timestamptz not null
);
