-- A point in time at which a journey receives an event. Gone once it has fired or is no longer needed.
create table timer (
  journey_id uuid not null,
  seq integer not null,
  due_at timestamptz not null,
  -- From when on the relay rings it (again): at first when it is due.
  ring_at timestamptz not null,
  primary key (journey_id, seq)
) with (autovacuum_vacuum_scale_factor = 0.02);

create index timer_due on timer (ring_at);
