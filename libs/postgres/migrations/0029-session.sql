-- Somebody who has signed in at a face, in one role. It gives access tokens until it ends. Of what names it only a digest is kept, and
-- of the ID token that opened it too, so that none opens two.
create table session (
  session_id uuid primary key,
  person_id uuid not null,
  role text not null,
  face text not null,
  acr text not null,
  -- The issuer's own session, by digest: what came of one sign-in ends together.
  sign_in_hash bytea,
  proof_hash bytea not null unique,
  renewal_hash bytea not null unique,
  started_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  -- However long it is used.
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id);
create index session_sign_in on session (sign_in_hash);
create index session_ends on session (ends_at);

-- What a face keeps of a browser, sealed with a key that the faces alone have. Without a session nobody has signed in there yet.
create table browser_session (
  id_hash bytea primary key,
  session_id uuid,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index browser_session_session on browser_session (session_id);
create index browser_session_expires on browser_session (expires_at);
