-- Messages are read and delivered. What one says is sealed in every language when it is sent; those from before have the values of
-- their text, and stand in the mailbox alone: nobody was sent them.
alter table message alter column params drop not null;
alter table message add column content bytea;
alter table message add constraint message_worded check (num_nonnulls(params, content) = 1);
alter table message add column language text check (language in ('da', 'en'));
alter table message add column status text not null default 'delivered' check (status in ('sent', 'delivered', 'returned'));
alter table message alter column status drop default;
alter table message add column way text default 'mailbox' check (way in ('digitalPost', 'letter', 'mailbox'));
alter table message alter column way drop default;
alter table message add column received_on date;
alter table message add column returned text;
alter table message add column read_at timestamptz;
alter table message add constraint message_returned check ((returned is not null) = (status = 'returned'));
alter table message alter column content set storage external;

-- Somebody's mailbox, newest first.
create index message_person on message (person_id, at desc, journey_id desc, seq desc, item desc);

-- A delivery is asked for by its message, whose number it has, negative.
alter table dispatch drop constraint dispatch_asked_by;
alter table dispatch add constraint dispatch_asked_by check (num_nonnulls(state, undoes) = case when seq < 0 then 0 else 1 end);

-- How somebody wishes to be written to.
create table person_setting (
  person_id uuid primary key,
  language text not null check (language in ('da', 'en')),
  set_at timestamptz not null default now()
);
