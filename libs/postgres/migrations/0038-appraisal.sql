-- What is known of how good a journey's files are. It takes minutes to work out, and is worked out once for all processes.
create table appraisal (
  -- Of the files, the contracts and the check itself.
  digest text primary key,
  -- Until then a process works it out, and no other does; wall time.
  claimed_until timestamptz not null,
  -- Journey -> digest of its files: what else was looked at. Null: not known yet.
  beside jsonb,
  found jsonb,
  constraint appraisal_known check ((beside is null) = (found is null))
);
