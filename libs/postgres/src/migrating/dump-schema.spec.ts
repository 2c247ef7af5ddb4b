import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/index.js';
import { dumpSchema } from './dump-schema.js';
import { migrate } from './migrate.js';

const FILE = new URL('../../schema.sql', import.meta.url);
const HEAD = `-- The tables as the migrations leave them, to be read; migrations/ is what is run.
-- Written anew by: UPDATE_SCHEMA=1 npm test -- dump-schema

`;

describe('schema.sql', () => {
  let database: FreshDatabase;
  let client: pg.Client;
  beforeEach(async () => {
    database = await freshDatabase();
    client = new pg.Client(database.url);
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  it('is what the migrations make', async () => {
    await migrate(database.url);
    const schema = HEAD + (await dumpSchema(client));
    if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(FILE, schema);
    expect(await readFile(FILE, 'utf8')).toBe(schema);
  });

  it('makes the same tables when it is run', async () => {
    await client.query(await readFile(FILE, 'utf8'));
    expect(HEAD + (await dumpSchema(client))).toBe(await readFile(FILE, 'utf8'));
  });

  it('has every table of journeys led by the journey, so that they can be partitioned by it', async () => {
    await migrate(database.url);
    const { rows } = await client.query<{ table: string; leads: string }>(`
      select i.indrelid::regclass::text as table, a.attname as leads
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique and i.indrelid in (select attrelid from pg_attribute where attname = 'journey_id')
        and i.indrelid::regclass::text not like 'pg_%'`);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(rows.filter(({ leads }) => leads !== 'journey_id')).toEqual([]);
  });
});
