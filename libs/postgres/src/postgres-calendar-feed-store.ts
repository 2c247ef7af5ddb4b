import { randomBytes } from 'node:crypto';
import { type CalendarFeedStore } from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { tokenDigest } from './token-digest.js';

/** Addresses of calendars in Postgres, by digest: a reader of the table can open none. */
export class PostgresCalendarFeedStore implements CalendarFeedStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async make(person: string, now: Instant): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const feed = { secret_hash: tokenDigest(secret), made_at: timestamptz(now) };
    await this.#database.kysely
      .insertInto('calendar_feed')
      .values({ person_id: person, ...feed })
      .onConflict(conflict => conflict.column('person_id').doUpdateSet(feed))
      .execute();
    return secret;
  }

  async since(person: string): Promise<Instant | undefined> {
    if (!isUuid(person)) return undefined;
    const row = await this.#database.kysely
      .selectFrom('calendar_feed')
      .select('made_at')
      .where('person_id', '=', person)
      .executeTakeFirst();
    return row?.made_at;
  }

  async personOf(secret: string): Promise<string | undefined> {
    const row = await this.#database.kysely
      .selectFrom('calendar_feed')
      .select('person_id')
      .where('secret_hash', '=', tokenDigest(secret))
      .executeTakeFirst();
    return row?.person_id;
  }

  async withdraw(person: string): Promise<boolean> {
    if (!isUuid(person)) return false;
    const { numDeletedRows } = await this.#database.kysely
      .deleteFrom('calendar_feed')
      .where('person_id', '=', person)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
}
