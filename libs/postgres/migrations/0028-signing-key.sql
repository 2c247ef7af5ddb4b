-- Keys that sign our access tokens. The newest signs; the one before it verifies until its tokens are over. The private key is wrapped
-- with a master key that it names.
create table signing_key (
  generation integer primary key,
  key_id text not null unique,
  wrapped bytea not null,
  made_at timestamptz not null
);
