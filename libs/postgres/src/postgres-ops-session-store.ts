import { randomBytes } from 'node:crypto';
import { type OpsSession, type OpsSessionStore } from '#runtime';
import { type Instant } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { tokenDigest } from './token-digest.js';

/** Server-side sessions in Postgres, by digest: every process knows them, and a reader of the table can open none. */
export class PostgresOpsSessionStore implements OpsSessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open({ person, expires }: OpsSession, now: Instant): Promise<string> {
    // Those that have expired go at the same time: nothing else would take them.
    const id = randomBytes(32).toString('base64url');
    const { kysely } = this.#database;
    await kysely.deleteFrom('ops_session').where('expires_at', '<=', timestamptz(now)).execute();
    const session = { id_hash: tokenDigest(id), person_id: person, expires_at: timestamptz(expires) };
    await kysely.insertInto('ops_session').values(session).execute();
    return id;
  }

  async find(id: string, now: Instant): Promise<OpsSession | undefined> {
    const row = await this.#database.kysely
      .selectFrom('ops_session')
      .select(['person_id', 'expires_at'])
      .where('id_hash', '=', tokenDigest(id))
      .where('expires_at', '>', timestamptz(now))
      .executeTakeFirst();
    return row && { person: row.person_id, expires: row.expires_at };
  }

  async closeAll(person: string): Promise<void> {
    await this.#database.kysely.deleteFrom('ops_session').where('person_id', '=', person).execute();
  }
}
