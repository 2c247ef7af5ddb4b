-- What people attach to tasks. Sealed under the key of the journey, in pieces, so that none is ever whole in memory.
create table document (
  journey_id uuid not null,
  document_id uuid not null,
  task text not null,
  person_id uuid not null,
  -- The field of the form, or an item of it: `papers.0`.
  field text not null,
  saved_at timestamptz not null,
  -- It was sent with its task, and stays when the task is closed.
  sent boolean not null default false,
  -- Name, type and size, sealed; null until all of the content has come.
  head bytea,
  primary key (journey_id, document_id)
);

create index document_person on document (person_id) where not sent;

create table document_piece (
  journey_id uuid not null,
  document_id uuid not null,
  piece integer not null,
  -- Sealed.
  data bytea not null,
  primary key (journey_id, document_id, piece),
  foreign key (journey_id, document_id) references document on delete cascade
);
-- Ciphertext does not get smaller.
alter table document_piece alter column data set storage external;

-- Documents go as drafts do, but for those that were sent.
create or replace function clear_drafts(journey uuid, cleared jsonb) returns void
language sql volatile
as $$
  delete from draft d
  using jsonb_to_recordset(cleared) as c (task text, person uuid)
  where d.journey_id = journey and d.task = c.task and (c.person is null or d.person_id = c.person);

  update document d
  set sent = true
  from jsonb_to_recordset(cleared) as c (task text, sent uuid[])
  where d.journey_id = journey and d.task = c.task and d.document_id = any(c.sent);

  delete from document d
  using jsonb_to_recordset(cleared) as c (task text, person uuid)
  where d.journey_id = journey and d.task = c.task and (c.person is null or d.person_id = c.person) and not d.sent;
$$;
