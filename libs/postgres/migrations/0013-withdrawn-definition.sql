-- Who published a version; and, of one that no journey starts on any more, who withdrew it, when and why.
alter table definition
  add column published_by text not null default 'system',
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawn_because text,
  add constraint definition_withdrawn_wholly check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3));
