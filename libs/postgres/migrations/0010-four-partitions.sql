-- Four parts in place of eight: every commit opens each part of each table that it writes to, and eight were felt
-- (decisions/0003).
do $$
declare
  parts constant integer := 4;
  whole record;
begin
  for whole in
    select * from (values
      ('journey', 'with (fillfactor = 70, toast_tuple_target = 4080, autovacuum_vacuum_scale_factor = 0.05)'),
      ('journey_key', ''),
      ('journal', ''),
      ('dispatch', 'with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)'),
      ('timer', 'with (autovacuum_vacuum_scale_factor = 0.02)'),
      ('message', ''),
      ('participant', ''),
      ('draft', '')
    ) as tables (name, options)
  loop
    -- The name of a part must be free before the new one can have it.
    execute format('alter table %1$s rename to %1$s_eight', whole.name);
    for part in 0 .. 7 loop
      execute format('alter table %1$s_%2$s rename to %1$s_eight_%2$s', whole.name, part);
    end loop;
    execute format(
      'create table %1$s (like %1$s_eight including defaults including constraints including storage)
         partition by hash (journey_id)', whole.name);
    for part in 0 .. parts - 1 loop
      execute format(
        'create table %1$s_%2$s partition of %1$s for values with (modulus %3$s, remainder %2$s) %4$s',
        whole.name, part, parts, whole.options);
    end loop;
    execute format('insert into %1$s select * from %1$s_eight', whole.name);
    execute format('drop table %s_eight', whole.name);
  end loop;
end $$;

alter table journey add primary key (journey_id);
create index journey_started on journey (started_at, journey_id);
create index journey_open on journey (status, started_at, journey_id) where status in ('active', 'cancelling', 'held');

alter table journey_key add primary key (journey_id);

alter table journal add primary key (journey_id, seq);
create unique index journal_origin on journal (journey_id, origin) where origin is not null;

alter table dispatch add primary key (journey_id, seq);
create index dispatch_open on dispatch (authority, status, ring_at) where settled_at is null;
create index dispatch_overdue on dispatch (due_at) where status = 'accepted';
create index dispatch_parked on dispatch (created_at, journey_id, seq) where status = 'parked';

alter table timer add primary key (journey_id, seq);
create index timer_due on timer (ring_at);

alter table message add primary key (journey_id, seq, item);

alter table participant add primary key (journey_id, role, person_id);
create index participant_person on participant (person_id, journey_id);

alter table draft add primary key (journey_id, task, person_id);
