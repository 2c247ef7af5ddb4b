import { type BrowserSessionStore } from '#runtime';
import { type Instant, type Json } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { type MasterKeys } from './sealing/master-keys.js';
import { tokenDigest } from './token-digest.js';

/** What faces keep of browsers in Postgres, sealed: a reader of the table learns neither who has signed in nor what they typed. */
export class PostgresBrowserSessionStore implements BrowserSessionStore {
  readonly #database: Database;
  readonly #keys: MasterKeys;

  constructor(database: Database, keys: MasterKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async find(id: string, now: Instant): Promise<Json | undefined> {
    const idHash = tokenDigest(id);
    const row = await this.#database.kysely
      .selectFrom('browser_session as b')
      .leftJoin('session as s', 's.session_id', 'b.session_id')
      .select('b.sealed')
      .where('b.id_hash', '=', idHash)
      .where('b.expires_at', '>', timestamptz(now))
      .where(eb =>
        eb.or([
          eb('b.session_id', 'is', null),
          eb.and([eb('s.ended_at', 'is', null), eb('s.expires_at', '>', timestamptz(now))]),
        ]),
      )
      .executeTakeFirst();
    return row && this.#opened(idHash, row.sealed);
  }

  async save(
    id: string,
    kept: Json,
    expires: Instant,
    session: string | undefined,
    now: Instant,
  ): Promise<void> {
    const { kysely } = this.#database;
    // Those that have expired go at the same time: nothing else would take them.
    await kysely.deleteFrom('browser_session').where('expires_at', '<=', timestamptz(now)).execute();
    const idHash = tokenDigest(id);
    const row = {
      id_hash: idHash,
      session_id: session ?? null,
      sealed: this.#keys.wrap(placeOf(idHash), Buffer.from(JSON.stringify(kept))),
      expires_at: timestamptz(expires),
    };
    await kysely
      .insertInto('browser_session')
      .values(row)
      .onConflict(conflict =>
        conflict.column('id_hash').doUpdateSet(eb => ({
          session_id: eb.ref('excluded.session_id'),
          sealed: eb.ref('excluded.sealed'),
          expires_at: eb.ref('excluded.expires_at'),
        })),
      )
      .execute();
  }

  async extend(id: string, expires: Instant): Promise<void> {
    await this.#database.kysely
      .updateTable('browser_session')
      .set({ expires_at: timestamptz(expires) })
      .where('id_hash', '=', tokenDigest(id))
      .execute();
  }

  async remove(id: string): Promise<void> {
    await this.#database.kysely
      .deleteFrom('browser_session')
      .where('id_hash', '=', tokenDigest(id))
      .execute();
  }

  /** Sealed under a key that is gone, or elsewhere: then nobody has signed in here. */
  #opened(idHash: Buffer, sealed: Buffer): Json | undefined {
    try {
      return JSON.parse(this.#keys.unwrap(placeOf(idHash), sealed).toString()) as Json;
    } catch {
      return undefined;
    }
  }
}

function placeOf(idHash: Buffer): string {
  return `browser-session/${idHash.toString('hex')}`;
}
