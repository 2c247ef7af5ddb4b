import { type ExpressionBuilder, sql, type UpdateObject } from 'kysely';
import {
  type Alike,
  type AskedOf,
  type DispatchRecord,
  type DispatchStatus,
  type DispatchStore,
  type Failure,
  type GroupRead,
  parseDispatchId,
  type Reopened,
} from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { asking } from './asking.js';
import { type Database, timestamptz } from './database.js';
import { CONTENT_COLUMNS, dispatchRecord, SUMMARY_COLUMNS } from './dispatch-record.js';
import { dispatchLookUp, type KeyedDispatchRow } from './look-ups.js';
import { pacedRing } from './paced-ring.js';
import { type Schema } from './schema.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

/** Outbox of dispatches in Postgres. A commit adds and settles them; this store writes what happens in between. */
export class PostgresDispatchStore implements DispatchStore {
  readonly #rows: GroupRead<string, KeyedDispatchRow>;
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
    this.#rows = dispatchLookUp(database);
  }

  async find(dispatch: string): Promise<DispatchRecord | undefined> {
    if (!parse(dispatch)) return undefined;
    const row = await this.#rows.get(dispatch);
    return row && dispatchRecord(row, this.#keys);
  }

  async ofJourney(journey: string): Promise<readonly DispatchRecord[]> {
    if (!isUuid(journey)) return [];
    const rows = await this.#database.kysely
      .selectFrom('dispatch as d')
      .leftJoin('journey_key as k', 'k.journey_id', 'd.journey_id')
      .select(SUMMARY_COLUMNS)
      .select(CONTENT_COLUMNS)
      .select('k.wrapped')
      .where('d.journey_id', '=', journey)
      .orderBy('d.seq')
      .execute();
    return rows.map(row => dispatchRecord(row, this.#keys));
  }

  async asked(): Promise<readonly { readonly service: string; readonly authority: string }[]> {
    return this.#database.kysely
      .selectFrom('dispatch')
      .select(['service', 'authority'])
      .distinct()
      .where('settled_at', 'is', null)
      .execute();
  }

  journeysAsking(
    service: string,
    authority: string,
    limit: number,
    after?: string,
  ): Promise<readonly string[]> {
    return asking(this.#database, { kind: 'journeys', service, authority }, limit, after);
  }

  async journeysNaming(persons: readonly string[]): Promise<readonly string[]> {
    const naming = this.#database.kysely
      .selectFrom('dispatch')
      .select('journey_id')
      .distinct()
      // As the index has it.
      .where(sql<boolean>`seq > 0 and persons <> '{}' and persons && ${persons.filter(isUuid)}::uuid[]`);
    return (await naming.execute()).map(row => row.journey_id);
  }

  postpone(dispatch: string, failure: Failure, ringAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending'], eb => ({
      attempt: eb('attempt', '+', 1),
      ring_at: timestamptz(ringAt),
      ...errorColumns(failure),
    }));
  }

  defer(dispatch: string, failure: Failure, ringAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending'], () => ({
      ring_at: timestamptz(ringAt),
      ...errorColumns(failure),
    }));
  }

  accept(dispatch: string, dueAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'accepted'], () => ({
      status: 'accepted',
      ring_at: null,
      due_at: timestamptz(dueAt),
    }));
  }

  park(dispatch: string, failure: Failure): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'accepted'], () => ({
      status: 'parked',
      ring_at: null,
      ...errorColumns(failure),
    }));
  }

  reopen(dispatch: string, at: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'parked'], () => ({
      status: 'pending',
      attempt: 0,
      reopened_at: timestamptz(at),
      ring_at: timestamptz(at),
    }));
  }

  async ringAll(of: AskedOf, at: Instant, perSecond: number): Promise<number> {
    return (await pacedRing(this.#database, 'failed', of, { at, perSecond })).rung;
  }

  reopenAll(of: AskedOf, at: Instant, perSecond: number, most: number, parked: boolean): Promise<Reopened> {
    const which = parked ? 'waiting or given up' : 'waiting';
    return pacedRing(this.#database, which, of, { at, perSecond, most });
  }

  reopenAlike(alike: Alike, at: Instant, perSecond: number, most: number): Promise<Reopened> {
    return pacedRing(this.#database, 'alike', alike, { at, perSecond, most });
  }

  async #write(
    dispatch: string,
    from: readonly DispatchStatus[],
    change: (eb: ExpressionBuilder<Schema, 'dispatch'>) => UpdateObject<Schema, 'dispatch'>,
  ): Promise<boolean> {
    const id = parse(dispatch);
    if (!id) return false;
    const result = await this.#database.kysely
      .updateTable('dispatch')
      .set(eb => change(eb))
      .where('journey_id', '=', id.journey)
      .where('seq', '=', id.seq)
      .where('status', 'in', from)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }
}

function errorColumns({ code, message }: Failure): UpdateObject<Schema, 'dispatch'> {
  return { error_code: code, error_message: message };
}

function parse(dispatch: string): { readonly journey: string; readonly seq: number } | undefined {
  const id = parseDispatchId(dispatch);
  return id && isUuid(id.journey) && id.seq <= 0x7fffffff ? id : undefined;
}
