-- Who did what, beside the journal: orders and looks of ops and designers. Rows are only added; `outcome`, which is null until what
-- was begun has ended, is all that is ever filled in. No personal data but the ids of those who acted.
create table audit (
  entry bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  -- What it was about: ids of journeys and dispatches, authorities, definitions and their hashes.
  subjects text[] not null,
  reason text,
  outcome text
);
create index audit_subjects on audit using gin (subjects);
