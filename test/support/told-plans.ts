import pg from 'pg';

/** From now on every connection to a database is told the plan of every statement. */
export async function tellPlans(client: pg.Client, url: string): Promise<void> {
  const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
  await client.query(`alter database ${name} set session_preload_libraries = 'auto_explain'`);
  await client.query(`alter database ${name} set auto_explain.log_min_duration = 0`);
  await client.query(`alter database ${name} set client_min_messages = 'log'`);
}

/** What the connections of these pools are told, as it comes. */
export function toldPlans(...pools: readonly pg.Pool[]): string[] {
  const plans: string[] = [];
  for (const pool of pools) {
    pool.on('connect', connected => {
      connected.on('notice', ({ message }) => message !== undefined && plans.push(message));
    });
  }
  return plans;
}
