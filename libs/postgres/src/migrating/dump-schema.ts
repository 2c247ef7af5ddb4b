import type pg from 'pg';

const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as default, a.attidentity <> '' as identity,
    a.attstorage <> t.typstorage as stored_apart, a.attstorage as storage
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname, a.attnum`;

// Since version 18 Postgres lists "not null" among the constraints, too.
const CONSTRAINTS = `
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
  from pg_constraint
  join pg_class on pg_class.oid = conrelid and not relispartition
  where connamespace = 'public'::regnamespace and contype <> 'n'
  order by 1, contype = 'p' desc, conname`;

const INDEXES = `
  select i.indrelid::regclass::text as table, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and not c.relispartition
    and not exists (select from pg_constraint where conindid = i.indexrelid)
  order by 1, c.relname`;

const OPTIONS = `
  select relname as table, array_to_string(reloptions, ', ') as options
  from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and not relispartition and reloptions is not null`;

const PARTITIONS = `
  select inhparent::regclass::text as table, pg_get_partkeydef(inhparent) as key, count(*) as parts,
    coalesce(string_agg(distinct array_to_string(reloptions, ', '), ' | '), '') as options
  from pg_inherits
  join pg_class c on c.oid = inhrelid and c.relkind = 'r'
  where c.relnamespace = 'public'::regnamespace
  group by inhparent`;

const FUNCTIONS = `
  select pg_get_functiondef(oid) as definition
  from pg_proc where pronamespace = 'public'::regnamespace order by proname`;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
  readonly identity: boolean;
  readonly stored_apart: boolean;
  readonly storage: string;
}

interface Partitioned {
  readonly table: string;
  readonly key: string;
  readonly parts: number;
  /** Of the parts, which are all alike. */
  readonly options: string;
}

const STORAGE: Readonly<Record<string, string>> = { p: 'plain', e: 'external', m: 'main', x: 'extended' };

/**
 * Schema dump: the tables as SQL. Made from the catalogue, for not every installation of Postgres has pg_dump, and no two
 * versions of it print the same.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const columns = (await client.query<Column>(COLUMNS)).rows;
  const constraints = (await client.query<{ table: string; name: string; definition: string }>(CONSTRAINTS))
    .rows;
  const indexes = (await client.query<{ table: string; definition: string }>(INDEXES)).rows;
  const partitions = (await client.query<Partitioned>(PARTITIONS)).rows;
  const options = (await client.query<{ table: string; options: string }>(OPTIONS)).rows;

  const functions = (await client.query<{ definition: string }>(FUNCTIONS)).rows;

  const tables = [...new Set(columns.map(({ table }) => table))];
  const parts = tables.map(table => {
    const of = <T extends { readonly table: string }>(rows: readonly T[]) =>
      rows.filter(row => row.table === table);
    const lines = [
      ...of(columns).map(columnLine),
      ...of(constraints).map(({ name, definition }) => `  constraint ${name} ${definition}`),
    ];
    const settings = of(options).map(row => ` with (${row.options})`);
    const [partitioned] = of(partitions);
    const storage = of(columns)
      .filter(({ stored_apart }) => stored_apart)
      .map(row => `alter table ${table} alter column ${row.column} set storage ${STORAGE[row.storage]};`);
    return [
      `create table ${table} (\n${lines.join(',\n')}\n)${partitioned ? ` partition by ${partitioned.key}` : settings.join('')};`,
      ...(partitioned ? [partsLine(partitioned)] : []),
      ...storage,
      ...of(indexes).map(({ definition }) => `${definition.replace(' ON ONLY ', ' ON ')};`),
    ].join('\n');
  });
  return `${[...parts, ...functions.map(({ definition }) => `${definition.trim()};`)].join('\n\n')}\n`;
}

function columnLine(row: Column): string {
  const parts = [`  ${row.column} ${row.type}`];
  if (row.required) parts.push('not null');
  if (row.identity) parts.push('generated always as identity');
  else if (row.default !== null) parts.push(`default ${row.default}`);
  return parts.join(' ');
}

function partsLine({ table, parts, options }: Partitioned): string {
  const settings = options === '' ? '' : ` with (${options})`;
  const create = `create table ${table}_%1$s partition of ${table} for values with (modulus ${parts}, remainder %1$s)${settings}`;
  return `do $$ begin for part in 0..${parts - 1} loop execute format('${create}', part); end loop; end $$;`;
}
