import { iso } from '#calendar';
import { type Draft, type DraftStore } from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { sql } from 'kysely';
import { type Database } from './database.js';
import { type SealedPlace } from './sealing/journey-key.js';
import { type JourneyKeys } from './sealing/journey-keys.js';
import { storedJourneyKey } from './sealing/stored-journey-key.js';

/** Repository of drafts in Postgres, encrypted with their journey's key. */
export class PostgresDraftStore implements DraftStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  /** @throws InvariantError `unsealable` when there is no such journey, or its key has been erased */
  async save(
    journey: string,
    task: string,
    person: string,
    { data, savedAt, holder }: Draft,
  ): Promise<boolean> {
    const key = await storedJourneyKey(this.#database, this.#keys, journey);
    const sealed = key.seal(placeOf(task, person), data);
    const { numInsertedOrUpdatedRows: saved } = await this.#database.kysely
      .insertInto('draft')
      .columns(['journey_id', 'task', 'person_id', 'saved_at', 'data', 'holder'])
      // The row is held, so that whatever leaves the task comes before, and is seen here, or after, and sees the draft.
      .expression(eb =>
        eb
          .selectFrom('journey')
          .select([
            'journey_id',
            sql<string>`${task}::text`.as('task'),
            sql<string>`${person}::uuid`.as('person_id'),
            sql<Instant>`${iso(savedAt)}::timestamptz`.as('saved_at'),
            sql<Buffer>`${sealed}::bytea`.as('data'),
            sql<string | null>`${holder ?? null}::uuid`.as('holder'),
          ])
          .where('journey_id', '=', journey)
          .where('status', 'in', ['active', 'held'])
          .where(sql<boolean>`${task} = any(states)`)
          .forShare(),
      )
      .onConflict(conflict =>
        conflict.columns(['journey_id', 'task', 'person_id']).doUpdateSet(eb => ({
          data: eb.ref('excluded.data'),
          saved_at: eb.ref('excluded.saved_at'),
          holder: eb.ref('excluded.holder'),
        })),
      )
      .executeTakeFirst();
    return (saved ?? 0n) > 0n;
  }

  async find(journey: string, task: string, person: string): Promise<Draft | undefined> {
    if (!isUuid(journey) || !isUuid(person)) return undefined;
    const row = await this.#database.kysely
      .selectFrom('draft as d')
      .leftJoin('journey_key as k', 'k.journey_id', 'd.journey_id')
      .select(['d.data', 'd.saved_at', 'd.holder', 'k.wrapped'])
      .where('d.journey_id', '=', journey)
      .where('d.task', '=', task)
      .where('d.person_id', '=', person)
      .executeTakeFirst();
    if (!row) return undefined;
    const data = this.#keys.unwrap(journey, row.wrapped).open(placeOf(task, person), row.data);
    return { data, savedAt: row.saved_at, ...(row.holder !== null && { holder: row.holder }) };
  }

  async dropOf(holder: string, person: string, kept: readonly string[]): Promise<void> {
    await this.#database.kysely
      .deleteFrom('draft as d')
      .using('journey as j')
      .whereRef('j.journey_id', '=', 'd.journey_id')
      .where('d.holder', '=', holder)
      .where('d.person_id', '=', person)
      .where(sql<boolean>`j.definition <> all(${kept}::text[])`)
      .execute();
  }
}

function placeOf(task: string, person: string): SealedPlace {
  return `draft/${task}/${person}`;
}
