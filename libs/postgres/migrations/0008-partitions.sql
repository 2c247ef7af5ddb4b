-- Everything of a journey stands in one of eight parts, chosen by its id: each part is vacuumed, analysed and, on a larger
-- machine, placed by itself. Whatever names a journey touches one part only.
do $$
declare
  parts constant integer := 8;
  whole record;
begin
  for whole in
    select * from (values
      ('journey', 'with (fillfactor = 70, toast_tuple_target = 4080, autovacuum_vacuum_scale_factor = 0.05)'),
      ('journey_key', ''),
      ('journal', ''),
      ('dispatch', 'with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)'),
      ('timer', 'with (autovacuum_vacuum_scale_factor = 0.02)'),
      ('disclosure', ''),
      ('message', ''),
      ('participant', ''),
      ('draft', '')
    ) as tables (name, options)
  loop
    execute format(
      'create table %1$s_parted (like %1$s including defaults including constraints including storage)
         partition by hash (journey_id)', whole.name);
    for part in 0 .. parts - 1 loop
      execute format(
        'create table %1$s_%2$s partition of %1$s_parted for values with (modulus %3$s, remainder %2$s) %4$s',
        whole.name, part, parts, whole.options);
    end loop;
    execute format('insert into %1$s_parted select * from %1$s', whole.name);
    execute format('drop table %s', whole.name);
    execute format('alter table %1$s_parted rename to %1$s', whole.name);
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

alter table disclosure add primary key (journey_id, dispatch_seq, item);

alter table message add primary key (journey_id, seq, item);

alter table participant add primary key (journey_id, role, person_id);
create index participant_person on participant (person_id, journey_id);

alter table draft add primary key (journey_id, task, person_id);
