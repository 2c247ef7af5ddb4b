-- What people say of a journey once it has ended. Nothing in the row leads to a person or a journey, and no moment is finer than a month;
-- what they write freely is sealed, and goes after a year.
create table feedback (
  feedback_id uuid primary key,
  definition text not null,
  score smallint not null check (score between 1 and 5),
  remark bytea,
  month date not null check (extract(day from month) = 1)
);
create index feedback_definition on feedback (definition, month desc);

-- Who has said something: once of each journey. Without the score, and without a time.
create table feedback_giver (
  journey_id uuid not null,
  person_id uuid not null,
  primary key (journey_id, person_id)
);
create index feedback_giver_person on feedback_giver (person_id);

-- Where somebody is told that there is news, besides Digital Post: sealed, with the code that proves it theirs until it has.
create table second_channel (
  person_id uuid primary key,
  way text not null check (way in ('sms', 'email')),
  sealed bytea not null,
  confirmed boolean not null,
  code_until timestamptz not null,
  tries smallint not null
);
