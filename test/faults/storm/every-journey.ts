import pg from 'pg';
import { type StormWorld } from './storm-world.js';

/** Ids of all journeys there are, also of those whose start was never acknowledged to anybody. */
export async function everyJourney({ postgres }: StormWorld): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select journey_id as id from journey order by 1');
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
