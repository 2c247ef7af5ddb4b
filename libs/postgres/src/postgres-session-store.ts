import { randomBytes, randomUUID } from 'node:crypto';
import { type NotNull, sql } from 'kysely';
import { type NewSession, type OpenedSession, type Session, type SessionStore } from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { tokenDigest } from './token-digest.js';

const COLUMNS = [
  'session_id as id',
  'person_id as person',
  'role',
  'face',
  'acr',
  'authority',
  'started_at as startedAt',
  'used_at as usedAt',
  'expires_at as expiresAt',
  'ends_at as endsAt',
] as const;

/** Sessions in Postgres: every process knows them, and what ends here has ended everywhere. */
export class PostgresSessionStore implements SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(session: NewSession, proof: string): Promise<OpenedSession | undefined> {
    const { kysely } = this.#database;
    // Those that are over go at the same time: nothing else would take them. One that was ended stays until it would have, for its proof.
    await kysely.deleteFrom('session').where('ends_at', '<=', timestamptz(session.startedAt)).execute();
    const opened = { id: randomUUID(), renewal: randomBytes(32).toString('base64url') };
    const row = {
      session_id: opened.id,
      person_id: session.person,
      role: session.role,
      face: session.face,
      acr: session.acr,
      authority: session.authority ?? null,
      sign_in_hash: session.signIn === undefined ? null : tokenDigest(session.signIn),
      proof_hash: tokenDigest(proof),
      renewal_hash: tokenDigest(opened.renewal),
      started_at: timestamptz(session.startedAt),
      used_at: timestamptz(session.startedAt),
      expires_at: timestamptz(session.expiresAt),
      ends_at: timestamptz(session.endsAt),
    };
    const inserted = await kysely
      .insertInto('session')
      .values(row)
      .onConflict(conflict => conflict.column('proof_hash').doNothing())
      .returning('session_id')
      .executeTakeFirst();
    return inserted && opened;
  }

  async renew(renewal: string, face: string, now: Instant, idle: number): Promise<Session | undefined> {
    const renewed = await this.#database.kysely
      .updateTable('session')
      .set({
        used_at: timestamptz(now),
        expires_at: sql<Instant>`least(${timestamptz(now + idle)}, ends_at)`,
      })
      .where('renewal_hash', '=', tokenDigest(renewal))
      .where('face', '=', face)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', timestamptz(now))
      .returning(COLUMNS)
      .$narrowType<{ person: NotNull }>()
      .executeTakeFirst();
    return renewed && sessionOf(renewed);
  }

  async of(person: string, now: Instant): Promise<readonly Session[]> {
    const found = await this.#database.kysely
      .selectFrom('session')
      .select(COLUMNS)
      .$narrowType<{ person: NotNull }>()
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', timestamptz(now))
      .orderBy('used_at', 'desc')
      .execute();
    return found.map(sessionOf);
  }

  async end(person: string, id: string, now: Instant): Promise<readonly string[]> {
    if (!isUuid(id)) return [];
    const { rows } = await sql<{ id: string }>`
        with named as (
          select session_id, sign_in_hash from session
          where session_id = ${id} and person_id = ${person} and ended_at is null and expires_at > ${timestamptz(now)}
        )
        update session s set ended_at = ${timestamptz(now)} from named n
        where s.ended_at is null and (s.session_id = n.session_id or s.sign_in_hash = n.sign_in_hash)
        returning s.session_id as id`.execute(this.#database.kysely);
    return rows.map(row => row.id);
  }

  async endSignIn(signIn: string, now: Instant): Promise<readonly string[]> {
    return idsOf(this.#ending(now).where('sign_in_hash', '=', tokenDigest(signIn)));
  }

  async endAll(person: string, now: Instant): Promise<readonly string[]> {
    return idsOf(this.#ending(now).where('person_id', '=', person));
  }

  async endEverybodys(now: Instant): Promise<readonly string[]> {
    return idsOf(this.#ending(now));
  }

  async endedSince(since: Instant): Promise<readonly string[]> {
    return idsOf(
      this.#database.kysely
        .selectFrom('session')
        .select('session_id as id')
        .where('ended_at', '>', timestamptz(since)),
    );
  }

  #ending(now: Instant) {
    return this.#database.kysely
      .updateTable('session')
      .set({ ended_at: timestamptz(now) })
      .where('ended_at', 'is', null)
      .returning('session_id as id');
  }
}

function sessionOf({
  authority,
  ...row
}: Omit<Session, 'authority'> & { authority: string | null }): Session {
  return { ...row, ...(authority !== null && { authority }) };
}

async function idsOf(query: { execute(): Promise<{ readonly id: string }[]> }): Promise<readonly string[]> {
  const rows = await query.execute();
  return rows.map(({ id }) => id);
}
