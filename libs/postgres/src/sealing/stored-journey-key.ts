import { type Database } from '../database.js';
import { type JourneyKey } from './journey-key.js';
import { type JourneyKeys } from './journey-keys.js';

/**
 * The data key of a journey, for a write that reads nothing of the journey besides.
 *
 * @throws InvariantError `unsealable` when there is no such journey, or its key has been erased
 */
export async function storedJourneyKey(
  { kysely }: Database,
  keys: JourneyKeys,
  journey: string,
): Promise<JourneyKey> {
  const row = await kysely
    .selectFrom('journey_key')
    .select('wrapped')
    .where('journey_id', '=', journey)
    .executeTakeFirst();
  return keys.unwrap(journey, row?.wrapped ?? null);
}
