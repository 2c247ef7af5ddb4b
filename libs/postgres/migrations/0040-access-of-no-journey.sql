-- A short text that was sent to somebody's second channel, as it was before it was sent: where to, and of which delivery it told.
create table sent_text (
  text_id uuid primary key,
  person_id uuid not null,
  at timestamptz not null,
  way text not null check (way in ('sms', 'email')),
  -- The address.
  sealed bytea not null,
  purpose text not null check (purpose in ('code', 'news')),
  -- Of news: the delivery, of a journey or of a mandate that was given.
  told_of uuid,
  seq integer,
  categories text[] not null,
  ground text not null,
  recorded bigint not null default pg_current_xact_id()::text::bigint,
  check (num_nulls(told_of, seq) = case purpose when 'news' then 0 else 2 end),
  unique (told_of, seq)
);
create index sent_text_person on sent_text (person_id, at desc);
create index sent_text_recorded on sent_text (recorded);

alter table assistance add column recorded bigint not null default pg_current_xact_id()::text::bigint;
create index assistance_recorded on assistance (recorded);

-- An entry may be about an assistance or a text as well, by its id. What is of no journey stands under the id of the mandate, or else of
-- the person, who has a key of their own for it in journey_key.
alter table access_entry
  add column own uuid,
  drop constraint access_entry_check1,
  add check (num_nonnulls(seq, look, own) = num_nonnulls(journey));
drop index access_entry_source;
create index access_entry_source on access_entry (journey, seq, look, own);

-- What was erased, sealed with the master key: for the list of erasures alone.
alter table access_entry add column erased bytea;
alter table access_chain add column erased bytea;
