-- Who may act for whom, by which law, for which journeys, and when. No CPR numbers; a mandate goes with either of the two.
create table mandate (
  holder_id uuid not null,
  person_id uuid not null,
  basis text not null check (basis in ('parent', 'guardian', 'heir')),
  since timestamptz not null,
  -- Definitions; null: all of them.
  journeys text[],
  until timestamptz,
  ended_at timestamptz,
  primary key (holder_id, person_id, basis, since),
  check (holder_id <> person_id)
);
create index mandate_person on mandate (person_id, basis, since);

-- Who acted for the person that an entry is of, and through which act an authority was given something.
alter table journal add column holder uuid;
alter table dispatch
  add column holder uuid,
  add column acted_for uuid,
  add check ((holder is null) = (acted_for is null));
