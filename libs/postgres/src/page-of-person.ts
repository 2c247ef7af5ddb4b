import { type PageRequest, type PersonJourney } from '#runtime';
import { isUuid } from '#schema';
import { sql } from 'kysely';
import { type Database, timestamptz } from './database.js';

/**
 * Keyset page of the journeys of one person, newest first. Found by the index of participants: a page costs what the person has
 * and not what the table holds. An index by start as well would be paid for at every commit.
 */
export async function pageOfPerson(
  { kysely }: Database,
  person: string,
  { after, limit }: PageRequest,
  which: 'begun' | 'offered',
): Promise<readonly PersonJourney[]> {
  if (after !== undefined && !isUuid(after.id)) return [];
  let query = kysely
    .selectFrom('participant as p')
    .innerJoin('journey as j', 'j.journey_id', 'p.journey_id')
    .select([
      'j.journey_id as journey',
      'j.definition',
      'j.hash',
      'j.status',
      'j.started_at as startedAt',
      sql<string[]>`array_agg(p.role order by p.role collate "C")`.as('roles'),
    ])
    .where('p.person_id', '=', person)
    .where('p.until', 'is', null)
    .where(
      'j.status',
      which === 'offered' ? 'in' : 'not in',
      which === 'offered' ? ['offered'] : ['offered', 'lapsed'],
    )
    .groupBy(['j.journey_id', 'j.definition', 'j.hash', 'j.status', 'j.started_at']);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(j.started_at, j.journey_id) < (${timestamptz(after.at)}, ${after.id}::uuid)`,
    );
  }
  return query.orderBy('j.started_at', 'desc').orderBy('j.journey_id', 'desc').limit(limit).execute();
}
