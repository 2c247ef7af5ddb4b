import pg from 'pg';

/** Does something over a connection to Postgres of its own, which is closed afterwards. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Sends one statement over a connection of its own. @returns its rows */
export function rowsFrom<Row extends object>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return connected(url, async client => (await client.query<Row>(statement, [...values])).rows);
}
