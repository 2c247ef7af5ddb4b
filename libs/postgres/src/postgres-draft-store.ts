import type { DraftStore } from '#runtime';
import type { Json } from '#statechart';
import { sql } from 'kysely';
import type { Database } from './database.js';
import { isUuid } from './is-uuid.js';
import { reaching } from './postgres-failure.js';
import type { JourneyKey, Place } from './sealing/journey-key.js';
import type { JourneyKeys } from './sealing/journey-keys.js';

/** Drafts in Postgres, sealed with their journey's key. */
export class PostgresDraftStore implements DraftStore {
  constructor(
    private readonly database: Database,
    private readonly keys: JourneyKeys,
  ) {}

  /** @throws InvariantError `unsealable` when there is no such journey, or its key has been erased */
  async save(journey: string, task: string, person: string, data: Json): Promise<void> {
    const key = await this.#keyOf(journey);
    const sealed = key.seal(placeOf(task, person), data);
    await reaching(
      this.database.kysely
        .insertInto('draft')
        .values({
          journey_id: journey,
          task,
          person_id: person,
          saved_at: sql`now()`,
          data: sealed,
        })
        .onConflict(conflict =>
          conflict
            .columns(['journey_id', 'task', 'person_id'])
            .doUpdateSet(eb => ({ data: eb.ref('excluded.data'), saved_at: eb.ref('excluded.saved_at') })),
        )
        .execute(),
    );
  }

  async find(journey: string, task: string, person: string): Promise<Json | undefined> {
    if (!isUuid(journey) || !isUuid(person)) return undefined;
    const row = await reaching(
      this.database.kysely
        .selectFrom('draft as d')
        .leftJoin('journey_key as k', 'k.journey_id', 'd.journey_id')
        .select(['d.data', 'k.wrapped'])
        .where('d.journey_id', '=', journey)
        .where('d.task', '=', task)
        .where('d.person_id', '=', person)
        .executeTakeFirst(),
    );
    return row && this.keys.unwrap(journey, row.wrapped).open(placeOf(task, person), row.data);
  }

  async #keyOf(journey: string): Promise<JourneyKey> {
    const row = await reaching(
      this.database.kysely
        .selectFrom('journey_key')
        .select('wrapped')
        .where('journey_id', '=', journey)
        .executeTakeFirst(),
    );
    return this.keys.unwrap(journey, row?.wrapped ?? null);
  }
}

function placeOf(task: string, person: string): Place {
  return `draft/${task}/${person}`;
}
