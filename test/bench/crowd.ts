import type { Overgang } from './overgang.js';

/** So many journeys are started as they are; the others are copies of them, as many and as large, under ids of their own. */
const REAL = 1_000;

const TABLES = ['journey', 'journey_key', 'journal', 'timer', 'participant'];

/** Fills a database with journeys that wait for a citizen, each with a timer that is due in 30 days. */
export async function crowd(overgang: Overgang, count: number): Promise<void> {
  await overgang.process.tell('populate', { journeys: Math.min(count, REAL) });
  for (const table of TABLES) {
    const columns = await overgang.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
    );
    const names = columns.map(({ name }) => name);
    // The same id for the same copy in every table.
    const values = names.map(name => (name === 'journey_id' ? "md5(journey_id || '-' || copy)::uuid" : name));
    await overgang.query(`
      insert into ${table} (${names.join(', ')})
      select ${values.join(', ')} from ${table}, generate_series(2, ${Math.floor(count / REAL)}) as copy`);
  }
  await overgang.query('vacuum analyze');
  await overgang.query('checkpoint');
}
