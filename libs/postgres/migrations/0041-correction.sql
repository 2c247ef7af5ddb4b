-- Corrections that people ask of authorities. The dispatch that takes one there stands under its id with the number 0, the messages about
-- it beside that, all sealed with its own key (journey_key). Of what is said and answered only the day is plain.
create table correction (
  correction_id uuid primary key,
  person_id uuid not null,
  -- Of the journey in which the data were given, which may be erased before this is.
  definition text not null,
  asked_at timestamptz not null,
  last_day date not null,
  content bytea not null,
  answered_at timestamptz,
  answer bytea,
  check (num_nulls(answered_at, answer) in (0, 2))
);
create index correction_person on correction (person_id, asked_at desc, correction_id desc);
create index correction_answered on correction (answered_at) where answered_at is not null;

alter table dispatch drop constraint dispatch_asked_by;
alter table dispatch
  add constraint dispatch_asked_by check (num_nonnulls(state, undoes) = case when seq <= 0 then 0 else 1 end);
