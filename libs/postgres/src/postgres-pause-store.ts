import { type Pause, type PauseStore } from '#runtime';
import { type Instant } from '#statechart';
import { sql } from 'kysely';
import { type Database, timestamptz } from './database.js';

/** Paused authorities in Postgres. */
export class PostgresPauseStore implements PauseStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async paused(): Promise<readonly Pause[]> {
    return this.#database.kysely
      .selectFrom('authority_pause')
      .select(['authority', 'set_at as since', 'reason', 'set_by as by'])
      .where('paused', '=', true)
      .orderBy('authority')
      .execute();
  }

  async set(authority: string, paused: boolean, reason: string, by: string, at: Instant): Promise<void> {
    await this.#database.kysely
      .insertInto('authority_pause')
      .values({ authority, paused, reason, set_by: by, set_at: timestamptz(at) })
      .onConflict(conflict =>
        conflict.column('authority').doUpdateSet(eb => ({
          paused: eb.ref('excluded.paused'),
          reason: eb.ref('excluded.reason'),
          set_by: eb.ref('excluded.set_by'),
          set_at: sql<Instant>`case when authority_pause.paused = excluded.paused then authority_pause.set_at else excluded.set_at end`,
        })),
      )
      .execute();
  }
}
