-- What ops last said about an authority: whether it is paused, why and who says so.
create table authority_pause (
  authority text primary key,
  paused boolean not null,
  reason text not null,
  set_by text not null,
  set_at timestamptz not null
);
