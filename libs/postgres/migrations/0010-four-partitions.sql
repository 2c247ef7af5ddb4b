-- Four parts in place of eight: every commit opens each part of each table that it writes to, and eight were felt
-- (decisions/0003). All else of a table is taken over as it stands.
do $$
declare
  parts constant integer := 4;
  whole record;
  definition text;
begin
  for whole in
    select
      c.relname as name,
      (select 'with (' || array_to_string(part.reloptions, ', ') || ')'
       from pg_inherits i join pg_class part on part.oid = i.inhrelid where i.inhparent = c.oid limit 1) as options,
      array(
        select case
          when k.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
          else format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
        end
        from pg_index i left join pg_constraint k on k.conindid = i.indexrelid where i.indrelid = c.oid
      ) as indexes
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'p'
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
    foreach definition in array whole.indexes loop
      execute definition;
    end loop;
  end loop;
end $$;
