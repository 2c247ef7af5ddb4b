import { type Database } from '#postgres';
import { type Chaining } from '#runtime';
import { until } from './until.js';

/**
 * Chains all that has been committed by now. A round goes no further than the oldest transaction under way, and that may be somebody
 * else's.
 *
 * @returns how many records were chained
 */
export async function chainAll(chaining: Chaining, { pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ number: number }>(
    'select pg_current_xact_id()::text::bigint as number',
  );
  let appended = 0;
  await until(async () => {
    const round = await chaining.round();
    appended += round.appended;
    const progress = await pool.query<{ below: number }>(
      'select recorded_below as below from access_chain_progress',
    );
    return !round.more && progress.rows[0]!.below > rows[0]!.number;
  }, 'everything to be chained');
  return appended;
}
