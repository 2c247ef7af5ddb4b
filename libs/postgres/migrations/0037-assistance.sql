-- A caseworker who helps somebody: who, at which authority, whom, and how they knew them. No CPR numbers; it goes with the person.
create table assistance (
  assistance_id uuid primary key,
  caseworker_id uuid not null,
  authority text not null,
  person_id uuid not null,
  identified text not null check (identified in ('counter', 'letter')),
  received_on date,
  reason text not null check (reason in ('exempt', 'noSignIn', 'wishesHelp')),
  since timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check (caseworker_id <> person_id),
  check ((received_on is not null) = (identified = 'letter')),
  check (since < until)
);
create index assistance_caseworker on assistance (caseworker_id, since desc);
create index assistance_person on assistance (person_id, since desc);

-- The authority at which the holder works, who acts as its caseworker and not under a mandate.
alter table journal
  add column holder_authority text,
  add check (holder_authority is null or holder is not null);
alter table dispatch
  add column holder_authority text,
  add check (holder_authority is null or holder is not null);

-- The authority for which somebody has signed in.
alter table session add column authority text;
