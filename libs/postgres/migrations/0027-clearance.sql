-- Files of a journey that a check found sound. Whoever checks the same files in the same way need not do it again.
create table clearance (
  -- Of the files, the contracts and the check itself.
  digest text primary key,
  -- Journey -> digest of its files: what else the check has looked at.
  beside jsonb not null,
  -- What was published of the files, in the order of their effective dates.
  versions jsonb not null,
  cleared_at timestamptz not null default now()
);
