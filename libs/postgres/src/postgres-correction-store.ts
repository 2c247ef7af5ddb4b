import {
  type Correction,
  CORRECTION,
  type CorrectionAnswer,
  type CorrectionContent,
  type CorrectionSettlement,
  type CorrectionStore,
  type Letters,
  type NewCorrection,
  type PageRequest,
  type PassedCorrection,
} from '#runtime';
import { isUuid } from '#schema';
import { type Json } from '#statechart';
import { type Selectable, sql } from 'kysely';
import { asking } from './asking.js';
import { type Database, timestamptz } from './database.js';
import { actingOf } from './dispatch-record.js';
import { type CorrectionTable, type DispatchTable } from './schema.js';
import { type JourneyKeys } from './sealing/journey-keys.js';
import { sendLetters } from './send-letters.js';

type CorrectionRow = Selectable<CorrectionTable> &
  Pick<
    Selectable<DispatchTable>,
    'service' | 'authority' | 'status' | 'holder' | 'acted_for' | 'holder_authority'
  > & { readonly wrapped: Buffer | null };

/** Where the words and the answer are sealed; whose they are stands beside them, and is covered by the seal. */
const CONTENT = 'correction/content';
const ANSWER = 'correction/answer';

/** From which statuses its dispatch ends: who answers after ops have given up is heard. */
const ENDS = {
  answered: sql<boolean>`(settled_at is null or status = 'stopped')`,
  refused: sql<boolean>`(settled_at is null or status = 'stopped')`,
  stopped: sql<boolean>`settled_at is null`,
} as const;

/** Corrections in Postgres. Each has a key of its own, as a journey has, and its dispatch and messages stand under its id. */
export class PostgresCorrectionStore implements CorrectionStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async add(correction: NewCorrection, letters: Letters): Promise<boolean> {
    const { id, person, at, lastDay, definition, content } = correction;
    const key = this.#keys.make(id);
    return this.#database.kysely.transaction().execute(async work => {
      const added = await work
        .insertInto('correction')
        .values({
          correction_id: id,
          person_id: person,
          definition,
          asked_at: timestamptz(at),
          last_day: lastDay,
          content: key.seal(CONTENT, content as unknown as Json, [person]),
          answered_at: null,
          answer: null,
        })
        .onConflict(conflict => conflict.column('correction_id').doNothing())
        .returning('correction_id')
        .executeTakeFirst();
      if (!added) return false;
      await work.insertInto('journey_key').values({ journey_id: id, wrapped: key.wrapped }).execute();
      await sendLetters(work, id, key, letters);
      return true;
    });
  }

  async find(id: string): Promise<Correction | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.#select().where('c.correction_id', '=', id).executeTakeFirst();
    return row && this.#correctionOf(row);
  }

  async pageOf(person: string, { after, limit }: PageRequest): Promise<readonly Correction[]> {
    if (!isUuid(person) || (after && !isUuid(after.id))) return [];
    let query = this.#select().where('c.person_id', '=', person);
    if (after) {
      query = query.where(
        sql<boolean>`(c.asked_at, c.correction_id) < (${timestamptz(after.at)}, ${after.id}::uuid)`,
      );
    }
    const rows = await query
      .orderBy('c.asked_at', 'desc')
      .orderBy('c.correction_id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(row => this.#correctionOf(row));
  }

  asking(service: string, authority: string, limit: number, after?: string): Promise<readonly string[]> {
    return asking(this.#database, { kind: 'corrections', service, authority }, limit, after);
  }

  async passOn(id: string, { authority, input, letters }: PassedCorrection): Promise<boolean> {
    if (!isUuid(id)) return false;
    return this.#database.kysely.transaction().execute(async work => {
      const open = await work
        .selectFrom('dispatch as d')
        .leftJoin('journey_key as k', 'k.journey_id', 'd.journey_id')
        .select(['d.service', 'd.status', 'k.wrapped'])
        .where('d.journey_id', '=', id)
        .where('d.seq', '=', CORRECTION)
        .where('d.settled_at', 'is', null)
        .forUpdate('d')
        .executeTakeFirst();
      if (!open || (await isWritten(work, id, letters))) return false;
      const key = this.#keys.unwrap(id, open.wrapped);
      if (open.status !== 'accepted') {
        await work
          .updateTable('dispatch')
          .set({
            authority,
            input: key.seal(`dispatch/${CORRECTION}/input`, input, [open.service, authority]),
            recorded: sql<number>`pg_current_xact_id()::text::bigint`,
          })
          .where('journey_id', '=', id)
          .where('seq', '=', CORRECTION)
          .execute();
      }
      await sendLetters(work, id, key, letters);
      return true;
    });
  }

  async settle(id: string, { dispatch, answer, letters }: CorrectionSettlement): Promise<boolean> {
    if (!isUuid(id)) return false;
    return this.#database.kysely.transaction().execute(async work => {
      const ended = await work
        .updateTable('dispatch')
        .set({ status: dispatch, settled_at: timestamptz(answer.at), ring_at: null })
        .where('journey_id', '=', id)
        .where('seq', '=', CORRECTION)
        .where(ENDS[dispatch])
        .returning('journey_id')
        .executeTakeFirst();
      if (!ended) return false;
      const stored = await work
        .selectFrom('correction as c')
        .leftJoin('journey_key as k', 'k.journey_id', 'c.correction_id')
        .select(['c.person_id', 'k.wrapped'])
        .where('c.correction_id', '=', id)
        .executeTakeFirstOrThrow();
      const key = this.#keys.unwrap(id, stored.wrapped);
      await work
        .updateTable('correction')
        .set({
          answered_at: timestamptz(answer.at),
          answer: key.seal(ANSWER, answer as unknown as Json, [stored.person_id]),
        })
        .where('correction_id', '=', id)
        .execute();
      await sendLetters(work, id, key, letters);
      return true;
    });
  }

  #select() {
    return this.#database.kysely
      .selectFrom('correction as c')
      .innerJoin('dispatch as d', join =>
        join.onRef('d.journey_id', '=', 'c.correction_id').on('d.seq', '=', CORRECTION),
      )
      .leftJoin('journey_key as k', 'k.journey_id', 'c.correction_id')
      .selectAll('c')
      .select([
        'd.service',
        'd.authority',
        'd.status',
        'd.holder',
        'd.acted_for',
        'd.holder_authority',
        'k.wrapped',
      ]);
  }

  #correctionOf(row: CorrectionRow): Correction {
    const { correction_id: id, person_id: person, asked_at: at, last_day: lastDay, definition } = row;
    const { service, authority, status, answer } = row;
    const key = this.#keys.unwrap(id, row.wrapped);
    const acting = actingOf(row);
    return {
      id,
      person,
      at,
      lastDay,
      definition,
      service,
      authority,
      content: key.open(CONTENT, row.content, [person]) as unknown as CorrectionContent,
      ...(acting && { acting }),
      status,
      ...(answer !== null && {
        answer: key.open(ANSWER, answer, [person]) as unknown as CorrectionAnswer,
      }),
    };
  }
}

async function isWritten(work: Database['kysely'], id: string, { entry }: Letters): Promise<boolean> {
  const message = work
    .selectFrom('message')
    .select('item')
    .where('journey_id', '=', id)
    .where('seq', '=', entry);
  return (await message.executeTakeFirst()) !== undefined;
}
