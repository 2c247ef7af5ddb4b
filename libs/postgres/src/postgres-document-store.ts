import {
  type DocumentContent,
  type DocumentHead,
  type DocumentPlace,
  type DocumentStore,
  type HeldDocument,
  InvariantError,
} from '#runtime';
import { isUuid } from '#schema';
import { type Json } from '#statechart';
import { type Kysely, sql } from 'kysely';
import { type Database } from './database.js';
import { piecesOf } from './pieces-of.js';
import { type Schema } from './schema.js';
import { type JourneyKey, type SealedPlace } from './sealing/journey-key.js';
import { type JourneyKeys } from './sealing/journey-keys.js';
import { storedJourneyKey } from './sealing/stored-journey-key.js';

/** Bytes of a piece. */
const PIECE = 64 * 1024;

/** What the seal of a head covers. The number of pieces is in it, so that none can be left out at the end. */
interface SealedHead {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly pieces: number;
}

/**
 * Repository of documents in Postgres, encrypted piece by piece with their journey's key. A document is seen once its head is
 * written, in one transaction with the taking away of what it replaces; pieces before that belong to nothing.
 */
export class PostgresDocumentStore implements DocumentStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async attach(
    place: DocumentPlace,
    document: Omit<DocumentHead, 'size'>,
    content: DocumentContent,
  ): Promise<DocumentHead | undefined> {
    const key = await storedJourneyKey(this.#database, this.#keys, place.journey);
    if (!(await this.#begin(place, document.id))) return undefined;
    try {
      let [size, pieces] = [0, 0];
      for await (const piece of piecesOf(content, PIECE)) {
        const sealed = key.sealBytes(pieceOf(document.id, pieces), piece);
        await this.#keep(place.journey, document.id, pieces, sealed);
        size += piece.length;
        pieces += 1;
      }
      const { id, name, type } = document;
      const head: SealedHead = { name, type, size, pieces };
      if (await this.#finish(place, id, key.seal(headOf(id), { ...head }))) return { id, name, type, size };
    } catch (error) {
      await this.#drop(place.journey, document.id).catch(() => undefined);
      throw error;
    }
    await this.#drop(place.journey, document.id);
    return undefined;
  }

  async attached(journey: string, task: string, person: string): Promise<ReadonlyMap<string, DocumentHead>> {
    if (!isUuid(journey) || !isUuid(person)) return new Map();
    const rows = await this.#sealed(journey)
      .where('d.task', '=', task)
      .where('d.person_id', '=', person)
      .where('d.sent', '=', false)
      .execute();
    return new Map(rows.map(row => [row.field, this.#head(journey, row)]));
  }

  async held(journey: string, person: string): Promise<readonly HeldDocument[]> {
    if (!isUuid(journey) || !isUuid(person)) return [];
    const rows = await this.#sealed(journey)
      .select(['d.task', 'd.sent'])
      .where('d.person_id', '=', person)
      .orderBy(sql`d.task collate "C"`)
      .orderBy(sql`d.field collate "C"`)
      .orderBy('d.document_id')
      .execute();
    return rows.map(row => {
      const { task, field, sent } = row;
      return { ...this.#head(journey, row), task, field, sent };
    });
  }

  async detach(place: DocumentPlace): Promise<boolean> {
    if (!isUuid(place.journey) || !isUuid(place.person)) return false;
    const { numDeletedRows } = await deleteAt(this.#database.kysely, place)
      .where('sent', '=', false)
      .where('head', 'is not', null)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async find(journey: string, id: string): Promise<DocumentHead | undefined> {
    if (!isUuid(journey) || !isUuid(id)) return undefined;
    const row = await this.#sealed(journey).where('d.document_id', '=', id).executeTakeFirst();
    return row && this.#head(journey, row);
  }

  async *content(journey: string, { id }: DocumentHead): DocumentContent {
    const row = await this.#sealed(journey).where('d.document_id', '=', id).executeTakeFirst();
    if (!row) return;
    const key = this.#keys.unwrap(journey, row.wrapped);
    const { pieces } = this.#open(key, row);
    for (let piece = 0; piece < pieces; piece += 1) {
      const stored = await this.#database.kysely
        .selectFrom('document_piece')
        .select('data')
        .where('journey_id', '=', journey)
        .where('document_id', '=', id)
        .where('piece', '=', piece)
        .executeTakeFirst();
      if (!stored) throw new InvariantError('unsealable', `piece ${piece} of document ${id} is missing`);
      yield key.openBytes(pieceOf(id, piece), stored.data);
    }
  }

  /** What an earlier attempt has left at the place goes. */
  async #begin(place: DocumentPlace, id: string): Promise<boolean> {
    const { journey, task, person, field } = place;
    await deleteAt(this.#database.kysely, place).where('head', 'is', null).execute();
    const { numInsertedOrUpdatedRows: begun } = await this.#database.kysely
      .insertInto('document')
      .columns(['journey_id', 'document_id', 'task', 'person_id', 'field', 'saved_at'])
      .expression(eb =>
        eb
          .selectFrom('journey')
          .select([
            'journey_id',
            sql<string>`${id}::uuid`.as('document_id'),
            sql<string>`${task}::text`.as('task'),
            sql<string>`${person}::uuid`.as('person_id'),
            sql<string>`${field}::text`.as('field'),
            sql<number>`now()`.as('saved_at'),
          ])
          .where('journey_id', '=', journey)
          .where('status', 'in', ['active', 'held'])
          .where(sql<boolean>`${task} = any(states)`)
          .forShare(),
      )
      .executeTakeFirst();
    return (begun ?? 0n) > 0n;
  }

  /** A row that went meanwhile, with its task or by a later attempt, has no place for pieces: that is told at the end. */
  async #keep(journey: string, id: string, piece: number, data: Buffer): Promise<void> {
    await this.#database.kysely
      .insertInto('document_piece')
      .columns(['journey_id', 'document_id', 'piece', 'data'])
      .expression(eb =>
        eb
          .selectFrom('document')
          .select([
            'journey_id',
            'document_id',
            sql<number>`${piece}::integer`.as('piece'),
            sql<Buffer>`${data}::bytea`.as('data'),
          ])
          .where('journey_id', '=', journey)
          .where('document_id', '=', id),
      )
      .execute();
  }

  /** The journey's row is held, so that whatever leaves the task comes before, and is seen here, or after, and sees the document. */
  async #finish(place: DocumentPlace, id: string, head: Buffer): Promise<boolean> {
    const { journey, task } = place;
    return this.#database.kysely.transaction().execute(async work => {
      const open = await work
        .selectFrom('journey')
        .select('journey_id')
        .where('journey_id', '=', journey)
        .where('status', 'in', ['active', 'held'])
        .where(sql<boolean>`${task} = any(states)`)
        .forShare()
        .executeTakeFirst();
      if (!open) return false;
      const { numUpdatedRows } = await work
        .updateTable('document')
        .set({ head })
        .where('journey_id', '=', journey)
        .where('document_id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await deleteAt(work, place).where('document_id', '!=', id).where('sent', '=', false).execute();
      return true;
    });
  }

  async #drop(journey: string, id: string): Promise<void> {
    await this.#database.kysely
      .deleteFrom('document')
      .where('journey_id', '=', journey)
      .where('document_id', '=', id)
      .where('head', 'is', null)
      .execute();
  }

  #sealed(journey: string) {
    return this.#database.kysely
      .selectFrom('document as d')
      .leftJoin('journey_key as k', 'k.journey_id', 'd.journey_id')
      .select(['d.document_id as id', 'd.field', 'd.head', 'k.wrapped'])
      .where('d.journey_id', '=', journey)
      .where('d.head', 'is not', null);
  }

  #head(journey: string, row: SealedRow): DocumentHead {
    const { name, type, size } = this.#open(this.#keys.unwrap(journey, row.wrapped), row);
    return { id: row.id, name, type, size };
  }

  #open(key: JourneyKey, { id, head }: Pick<SealedRow, 'id' | 'head'>): SealedHead {
    return key.open(headOf(id), head ?? Buffer.alloc(0)) as Json as unknown as SealedHead;
  }
}

interface SealedRow {
  readonly id: string;
  readonly head: Buffer | null;
  readonly wrapped: Buffer | null;
}

function headOf(id: string): SealedPlace {
  return `document/${id}`;
}

function pieceOf(id: string, piece: number): SealedPlace {
  return `document/${id}/${piece}`;
}

/** Takes away what stands at a place; which of it, the caller narrows. */
function deleteAt(kysely: Kysely<Schema>, { journey, task, person, field }: DocumentPlace) {
  return kysely
    .deleteFrom('document')
    .where('journey_id', '=', journey)
    .where('task', '=', task)
    .where('person_id', '=', person)
    .where('field', '=', field);
}
