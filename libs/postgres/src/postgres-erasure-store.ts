import {
  type ErasableJourney,
  type ErasedRows,
  type ErasedSubject,
  type ErasureStore,
  HELPING_ACTS,
} from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { sql } from 'kysely';
import { type Database, timestamptz, uuids } from './database.js';
import { type ErasureMarks, placeOfChain, placeOfEntry } from './sealing/erasure-marks.js';
import { type PostgresPersonVault } from './postgres-person-vault.js';

const OPEN = ['offered', 'active', 'cancelling', 'held'] as const;

/**
 * Crypto-shredding and deletion in Postgres. Erased data is gone with the next vacuum, and from backups by the list of erasures
 * (decisions/0007).
 */
export class PostgresErasureStore implements ErasureStore {
  readonly #database: Database;
  readonly #vault: PostgresPersonVault;
  readonly #marks: ErasureMarks;

  constructor(database: Database, vault: PostgresPersonVault, marks: ErasureMarks) {
    this.#database = database;
    this.#vault = vault;
    this.#marks = marks;
  }

  async find(journey: string): Promise<ErasableJourney | undefined> {
    if (!isUuid(journey)) return undefined;
    return this.#kept().where('j.journey_id', '=', journey).executeTakeFirst();
  }

  async ofPerson(person: string): Promise<readonly ErasableJourney[]> {
    if (!isUuid(person)) return [];
    const isOfPerson = sql<boolean>`j.journey_id in (select journey_id from participant where person_id = ${person})`;
    return this.#kept().where(isOfPerson).orderBy('j.started_at').orderBy('j.journey_id').execute();
  }

  async ended(after: ErasableJourney | undefined, limit: number): Promise<readonly ErasableJourney[]> {
    let query = this.#kept().where('j.status', 'in', ['done', 'cancelled', 'lapsed']);
    if (after) {
      const { startedAt, journey } = after;
      query = query.where(
        sql<boolean>`(j.started_at, j.journey_id) > (${timestamptz(startedAt)}, ${journey}::uuid)`,
      );
    }
    return query.orderBy('j.started_at').orderBy('j.journey_id').limit(limit).execute();
  }

  async openNaming(person: string): Promise<number> {
    if (!isUuid(person)) return 0;
    const { count } = await this.#database.kysely
      .selectFrom('journey as j')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where(
        // What is still to be delivered needs the number as well, also of a journey that has ended.
        sql<boolean>`(
            j.status = any(${OPEN}) and (
              exists (select from participant p where p.journey_id = j.journey_id and p.person_id = ${person})
              or exists (select from dispatch d where d.journey_id = j.journey_id and ${person}::uuid = any(d.persons))
            )
            or j.journey_id in (
              select d.journey_id from dispatch d where d.settled_at is null and d.seq < 0 and ${person}::uuid = any(d.persons)
            )
          )`,
      )
      .executeTakeFirstOrThrow();
    return count + (await this.#openCorrections(person));
  }

  /** The row of the journey first, as a commit does: whoever commits meanwhile waits, and finds another version. */
  async erase(journey: string, at: Instant): Promise<ErasedRows | undefined> {
    if (!isUuid(journey)) return undefined;
    return this.#database.kysely.transaction().execute(async work => {
      const row = await work
        .updateTable('journey')
        .set(eb => ({
          erased_at: timestamptz(at),
          version: eb('version', '*', -1),
          status: sql`case when status in ('done', 'cancelled', 'lapsed') then status else 'cancelled' end`,
          states: sql`'{}'::text[]`,
          state: sql`''::bytea`,
        }))
        .where('journey_id', '=', journey)
        .where('erased_at', 'is', null)
        .returning('journey_id')
        .executeTakeFirst();
      if (!row) return undefined;
      const remove = async (
        table:
          | 'journey_key'
          | 'journal'
          | 'dispatch'
          | 'timer'
          | 'message'
          | 'document'
          | 'draft'
          | 'participant'
          | 'feedback_giver',
      ): Promise<number> => {
        const { numDeletedRows } = await work
          .deleteFrom(table)
          .where('journey_id', '=', journey)
          .executeTakeFirst();
        return Number(numDeletedRows);
      };
      await remove('journey_key');
      await remove('timer');
      await remove('feedback_giver');
      // Whoever has no CPR number is known in this journey alone, and nothing else would take what tells of their help.
      await sql`
          delete from assistance a using participant p
          where p.journey_id = ${journey} and a.person_id = p.person_id and substr(p.person_id::text, 15, 1) = '8'`.execute(
        work,
      );
      // Whoever is chaining has locked the key: what they have chained by now is seen here.
      await this.#unchain(work, sql<boolean>`e.journey = ${journey}`, { kind: 'journey', id: journey });
      await work.deleteFrom('sent_text').where('told_of', '=', journey).execute();
      // What has not been delivered is not: whoever was written to can no longer be told what it was about.
      const { undelivered } = await work
        .selectFrom('dispatch')
        .select(eb => eb.fn.countAll<number>().as('undelivered'))
        .where('journey_id', '=', journey)
        .where('seq', '<', 0)
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow();
      return {
        entries: await remove('journal'),
        dispatches: await remove('dispatch'),
        messages: await remove('message'),
        documents: await remove('document'),
        undelivered,
        drafts: await remove('draft'),
        participants: await remove('participant'),
      };
    });
  }

  async erasePerson(person: string): Promise<boolean> {
    if (!isUuid(person)) return false;
    return this.#database.kysely.transaction().execute(async work => {
      // Whoever is chaining something of the person has locked them: what they have chained by now is seen here.
      await sql`select from person where person_id = ${person} for update`.execute(work);
      const subject = { kind: 'person', id: person } as const;
      await this.#unchain(
        work,
        sql<boolean>`e.chain_id in (select chain_id from access_chain where person_id = ${person}) and (
            e.journey = ${person} or e.own is not null
            or exists (select from audit a where a.entry = e.look and a.action = any(${HELPING_ACTS as readonly string[] as string[]}))
          )`,
        subject,
      );
      await work.deleteFrom('journey_key').where('journey_id', '=', person).execute();
      await work.deleteFrom('sent_text').where('person_id', '=', person).execute();
      await work.deleteFrom('draft').where('person_id', '=', person).execute();
      await work.deleteFrom('document').where('person_id', '=', person).where('sent', '=', false).execute();
      const actedFor = await work
        .deleteFrom('mandate')
        .where(eb => eb.or([eb('holder_id', '=', person), eb('person_id', '=', person)]))
        .returning('person_id')
        .execute();
      // Nobody is called anything for whom nobody acts any more.
      await sql`
          delete from registered_name n
          where n.person_id = ${person} or n.person_id = ${uuids(actedFor.map(row => row.person_id))}
            and not exists (select from mandate m where m.person_id = n.person_id)`.execute(work);
      await work.deleteFrom('assistance').where('person_id', '=', person).execute();
      const given = await work
        .deleteFrom('given_mandate')
        .where(eb => eb.or([eb('holder_id', '=', person), eb('person_id', '=', person)]))
        .returning('mandate_id')
        .execute();
      const asked = await work
        .deleteFrom('correction')
        .where('person_id', '=', person)
        .returning('correction_id')
        .execute();
      for (const { mandate_id: id } of given) await this.#forgetLetters(work, id, subject);
      for (const { correction_id: id } of asked) await this.#forgetLetters(work, id, subject);
      await work
        .deleteFrom('browser_session')
        .where('session_id', 'in', eb =>
          eb.selectFrom('session').select('session_id').where('person_id', '=', person),
        )
        .execute();
      await this.#disown(work, subject);
      await work
        .updateTable('session')
        .set({ person_id: null, sign_in_hash: null, ended_at: sql`coalesce(ended_at, now())` })
        .where('person_id', '=', person)
        .execute();
      await work.deleteFrom('calendar_feed').where('person_id', '=', person).execute();
      await work.deleteFrom('second_channel').where('person_id', '=', person).execute();
      await work.deleteFrom('feedback_giver').where('person_id', '=', person).execute();
      await work.deleteFrom('person_setting').where('person_id', '=', person).execute();
      const { numDeletedRows } = await work
        .deleteFrom('person')
        .where('person_id', '=', person)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    });
  }

  async correctionsAnswered(before: Instant, limit: number): Promise<readonly string[]> {
    const found = this.#database.kysely
      .selectFrom('correction')
      .select('correction_id as id')
      .where('answered_at', '<', timestamptz(before))
      .limit(limit);
    return (await found.execute()).map(({ id }) => id);
  }

  async eraseCorrection(correction: string): Promise<boolean> {
    return this.#database.kysely.transaction().execute(async work => {
      const { numDeletedRows } = await work
        .deleteFrom('correction')
        .where('correction_id', '=', correction)
        .executeTakeFirst();
      await this.#forgetLetters(work, correction, { kind: 'correction', id: correction });
      return numDeletedRows > 0n;
    });
  }

  personWith(cpr: string): Promise<string | undefined> {
    return this.#vault.find(cpr);
  }

  /** The key of a mandate or a correction, and what was written and asked under its id. */
  async #forgetLetters(work: Database['kysely'], id: string, subject: ErasedSubject): Promise<void> {
    for (const table of ['journey_key', 'message', 'dispatch'] as const) {
      await work.deleteFrom(table).where('journey_id', '=', id).execute();
    }
    await work.deleteFrom('sent_text').where('told_of', '=', id).execute();
    await this.#unchain(work, sql<boolean>`e.journey = ${id}`, subject);
  }

  /** Takes from the chains what entries are about, and marks each with what was erased. */
  async #unchain(
    work: Database['kysely'],
    isMeant: ReturnType<typeof sql<boolean>>,
    subject: ErasedSubject,
  ): Promise<void> {
    const entries = await work
      .selectFrom('access_entry as e')
      .select(['e.chain_id as chain', 'e.number'])
      .where(isMeant)
      .orderBy('e.chain_id')
      .orderBy('e.number')
      .execute();
    const marks = await Promise.all(
      entries.map(({ chain, number }) => this.#marks.mark(placeOfEntry(chain, number), subject)),
    );
    await sql`
      update access_entry e
      set journey = null, seq = null, look = null, own = null, recorded = null, content = null, erased = m.mark
      from unnest(
        ${entries.map(({ chain }) => chain)}::uuid[], ${entries.map(({ number }) => number)}::integer[], ${marks}::bytea[]
      ) as m (chain, number, mark)
      where e.chain_id = m.chain and e.number = m.number`.execute(work);
  }

  /** The chains of a person become nobody's. */
  async #disown(work: Database['kysely'], subject: ErasedSubject): Promise<void> {
    const chains = await work
      .selectFrom('access_chain')
      .select('chain_id as id')
      .where('person_id', '=', subject.id)
      .execute();
    for (const { id } of chains) {
      const erased = await this.#marks.mark(placeOfChain(id), subject);
      await work
        .updateTable('access_chain')
        .set({ person_id: null, erased })
        .where('chain_id', '=', id)
        .execute();
    }
  }

  async #openCorrections(person: string): Promise<number> {
    const { count } = await this.#database.kysely
      .selectFrom('correction')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', person)
      .where('answered_at', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  #kept() {
    return this.#database.kysely
      .selectFrom('journey as j')
      .select([
        'j.journey_id as journey',
        'j.hash',
        'j.status',
        'j.started_at as startedAt',
        'j.moved_at as movedAt',
        sql<number>`(select count(distinct person_id) from participant p where p.journey_id = j.journey_id)`.as(
          'people',
        ),
      ])
      .where('j.erased_at', 'is', null);
  }
}
