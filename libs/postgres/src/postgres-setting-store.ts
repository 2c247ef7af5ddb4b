import { DEFAULT_SETTINGS, type Settings, type SettingStore } from '#runtime';
import { isUuid } from '#schema';
import { sql } from 'kysely';
import { type Database } from './database.js';

/** Preferences of persons in Postgres. */
export class PostgresSettingStore implements SettingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(person: string): Promise<Settings> {
    if (!isUuid(person)) return DEFAULT_SETTINGS;
    const found = await this.#database.kysely
      .selectFrom('person_setting')
      .select('language')
      .where('person_id', '=', person)
      .executeTakeFirst();
    return found ?? DEFAULT_SETTINGS;
  }

  async save(person: string, { language }: Settings): Promise<void> {
    await this.#database.kysely
      .insertInto('person_setting')
      .values({ person_id: person, language })
      .onConflict(conflict =>
        conflict.column('person_id').doUpdateSet({ language, set_at: sql<number>`now()` }),
      )
      .execute();
  }
}
