-- A request to a service of an authority. Its id is <journey_id>-<seq>.
create table dispatch (
  journey_id uuid not null,
  seq integer not null,
  service text not null,
  authority text not null,
  -- Path of the state that asked for it, or the dispatch that it undoes.
  step text not null,
  status text not null
    check (status in ('pending', 'accepted', 'answered', 'refused', 'stopped', 'late', 'parked')),
  attempt integer not null default 0,
  created_at timestamptz not null,
  -- From when on the relay rings it (again), while it is pending.
  ring_at timestamptz,
  -- By when the authority that has accepted it should have answered.
  due_at timestamptz,
  settled_at timestamptz,
  error_code text,
  error_message text,
  -- Both sealed.
  input bytea not null,
  answer bytea,
  primary key (journey_id, seq),
  check ((ring_at is not null) = (status = 'pending')),
  check ((settled_at is null) = (status in ('pending', 'accepted', 'parked')))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

alter table dispatch alter column input set storage external;
alter table dispatch alter column answer set storage external;

-- What is not settled: due to be rung (by authority and ring_at), parked, waiting, and how many of each.
create index dispatch_open on dispatch (authority, status, ring_at) where settled_at is null;

create index dispatch_overdue on dispatch (due_at) where status = 'accepted';

create index dispatch_parked on dispatch (created_at, journey_id, seq) where status = 'parked';
