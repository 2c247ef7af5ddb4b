-- A session of somebody who has been erased is nobody's: that it was ended is read as long as a token of it could be believed.
alter table session alter column person_id drop not null;
alter table session add constraint session_of_somebody check (person_id is not null or ended_at is not null);

-- When a chain was last sealed; null of one that has not grown since this was added.
alter table access_chain add column sealed_at timestamptz;
create index access_chain_sealed on access_chain (sealed_at desc nulls last);

-- That the chains were verified, all of them: by whom, and what was found. Nobody is named but who asked for it.
create table chain_verification (
  verification_id uuid primary key,
  actor text not null,
  started_at timestamptz not null,
  -- Null while it is under way, and for ever when its process died.
  finished_at timestamptz,
  persons integer,
  entries bigint,
  erased bigint,
  erased_persons integer,
  -- The first entry at which a chain breaks; null when all are proven.
  fault jsonb,
  check (num_nulls(finished_at, persons, entries, erased, erased_persons) in (0, 5)),
  check (fault is null or finished_at is not null)
);
create index chain_verification_started on chain_verification (started_at desc);
