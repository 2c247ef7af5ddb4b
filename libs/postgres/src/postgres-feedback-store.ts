import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Feedback, type FeedbackStore, type Remark, type Score, SCORES } from '#runtime';
import { isUuid } from '#schema';
import { type Database } from './database.js';
import { type MasterKeys, placeOfRemark } from './sealing/master-keys.js';

/** What people say of journeys, in Postgres. Remarks are sealed: people write freely, and may name somebody. */
export class PostgresFeedbackStore implements FeedbackStore {
  readonly #database: Database;
  readonly #keys: MasterKeys;

  constructor(database: Database, keys: MasterKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async give(
    journey: string,
    person: string,
    { definition, score, remark, month }: Feedback,
  ): Promise<boolean> {
    const id = randomUUID();
    return this.#database.kysely.transaction().execute(async work => {
      const giver = await work
        .insertInto('feedback_giver')
        .values({ journey_id: journey, person_id: person })
        .onConflict(conflict => conflict.doNothing())
        .returning('journey_id')
        .executeTakeFirst();
      if (!giver) return false;
      const sealed = remark === undefined ? null : this.#keys.wrap(placeOfRemark(id), Buffer.from(remark));
      await work
        .insertInto('feedback')
        .values({ feedback_id: id, definition, score, remark: sealed, month })
        .execute();
      await work
        .updateTable('feedback')
        .set({ remark: null })
        .where('remark', 'is not', null)
        .where('month', '<', sql<string>`${month}::date - interval '1 year'`)
        .execute();
      return true;
    });
  }

  async isGiven(journey: string, person: string): Promise<boolean> {
    if (!isUuid(journey) || !isUuid(person)) return false;
    const found = await this.#database.kysely
      .selectFrom('feedback_giver')
      .select('journey_id')
      .where('journey_id', '=', journey)
      .where('person_id', '=', person)
      .executeTakeFirst();
    return found !== undefined;
  }

  async counts(definition: string): Promise<readonly number[]> {
    const found = await this.#database.kysely
      .selectFrom('feedback')
      .select(['score', eb => eb.fn.countAll<number>().as('count')])
      .where('definition', '=', definition)
      .groupBy('score')
      .execute();
    return SCORES.map(score => Number(found.find(row => row.score === score)?.count ?? 0));
  }

  async remarks(definition: string, limit: number): Promise<readonly Remark[]> {
    const found = await this.#database.kysely
      .selectFrom('feedback')
      .select(['feedback_id', 'score', 'remark', sql<string>`month::text`.as('month')])
      .where('definition', '=', definition)
      .where('remark', 'is not', null)
      .orderBy('month', 'desc')
      .orderBy('feedback_id')
      .limit(limit)
      .execute();
    return found.map(({ feedback_id: id, score, remark, month }) => ({
      score: score as Score,
      month,
      text: this.#keys.unwrap(placeOfRemark(id), remark!).toString(),
    }));
  }
}
