import { CORRECTION } from '#runtime';
import { type Database } from './database.js';

/** An answer that is waited for: what it is about, and whose it is. */
export interface AskingFor {
  readonly kind: 'journeys' | 'corrections';
  readonly service: string;
  readonly authority: string;
}

/** Keyset page of the ids of journeys, or of corrections, that wait for an authority's answer to a service. */
export async function asking(
  { kysely }: Database,
  { kind, service, authority }: AskingFor,
  limit: number,
  after?: string,
): Promise<readonly string[]> {
  let query = kysely
    .selectFrom('dispatch')
    .select('journey_id')
    .distinct()
    .where('settled_at', 'is', null)
    .where('authority', '=', authority)
    .where('service', '=', service)
    .where('seq', kind === 'corrections' ? '=' : '<>', CORRECTION);
  if (after !== undefined) query = query.where('journey_id', '>', after);
  const rows = await query.orderBy('journey_id').limit(limit).execute();
  return rows.map(({ journey_id }) => journey_id);
}
