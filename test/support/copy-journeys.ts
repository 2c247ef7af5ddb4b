import type pg from 'pg';

const TABLES = ['journey', 'journey_key', 'journal', 'dispatch', 'timer', 'participant'];

/**
 * Adds copies of every journey of a database, as many and as large, under ids of their own and of persons of their own. They can be
 * counted and passed by, not opened: what is sealed is sealed for the journey that they were copied from.
 */
export async function copyJourneys(client: pg.ClientBase, copies: number): Promise<void> {
  for (const table of TABLES) {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    // The same id for the same copy in every table.
    const values = names.map(name =>
      ['journey_id', 'person_id'].includes(name) ? `md5(${name} || '-' || copy)::uuid` : name,
    );
    await client.query(
      `insert into ${table} (${names.join(', ')})
       select ${values.join(', ')} from ${table}, generate_series(1, $1::integer) as copy`,
      [copies],
    );
  }
  await client.query('vacuum analyze');
}
