import {
  isOpen,
  parseDispatchId,
  type Backlog,
  type DispatchFilter,
  type DispatchSummary,
  type HeldJourneys,
  type Incident,
  type JourneyFilter,
  type JourneySummary,
  type OpsStore,
  type Overdue,
  type UnderWay,
} from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { sql } from 'kysely';
import { type Database, timestamptz } from './database.js';
import { dispatchSummary, SUMMARY_COLUMNS } from './dispatch-record.js';

const DEFAULT_LIMIT = 100;

/** Queries of ops, in Postgres. Decrypts nothing. */
export class PostgresOpsStore implements OpsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]> {
    const { status, definition, state, authority, journey, idEnd } = filter;
    const { startedBefore, idleSince, after, limit } = filter;
    if (journey !== undefined && !isUuid(journey)) return [];
    let query = this.#database.kysely
      .selectFrom('journey as j')
      .select([
        'j.journey_id as journey',
        'j.definition',
        'j.hash',
        'j.status',
        'j.states',
        'j.version',
        'j.started_at as startedAt',
        'j.moved_at as movedAt',
      ])
      .where('j.erased_at', 'is', null);
    if (status !== undefined) query = query.where('j.status', '=', status);
    if (definition !== undefined) query = query.where('j.definition', '=', definition);
    if (state !== undefined) query = query.where(sql<boolean>`${state} = any(j.states)`);
    if (authority !== undefined) query = query.where(waitsFor(authority));
    if (journey !== undefined) query = query.where('j.journey_id', '=', journey);
    if (idEnd !== undefined) query = query.where(sql<boolean>`substr(j.journey_id::text, 21) = ${idEnd}`);
    if (startedBefore !== undefined) query = query.where('j.started_at', '<', timestamptz(startedBefore));
    if (idleSince !== undefined) query = query.where('j.moved_at', '<', timestamptz(idleSince));
    if (after !== undefined) {
      if (!isUuid(after.id)) return [];
      query = query.where(
        sql<boolean>`(j.started_at, j.journey_id) < (${timestamptz(after.at)}, ${after.id}::uuid)`,
      );
    }
    return query
      .orderBy('j.started_at', 'desc')
      .orderBy('j.journey_id', 'desc')
      .limit(limit ?? DEFAULT_LIMIT)
      .execute();
  }

  async dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]> {
    const { status, authority, service, journey, seq, error, overdueAt, after, limit } = filter;
    if (journey !== undefined && !isUuid(journey)) return [];
    let query = this.#database.kysely.selectFrom('dispatch as d').select([...SUMMARY_COLUMNS, 'd.ring_at']);
    if (status !== undefined) query = query.where('d.status', '=', status);
    // Implied by the status; said so that the partial index of open dispatches is used.
    if (status !== undefined && isOpen(status)) query = query.where('d.settled_at', 'is', null);
    if (authority !== undefined) query = query.where('d.authority', '=', authority);
    if (service !== undefined) query = query.where('d.service', '=', service);
    if (journey !== undefined) query = query.where('d.journey_id', '=', journey);
    if (seq !== undefined) query = query.where('d.seq', '=', seq);
    if (error !== undefined) query = query.where('d.error_code', '=', error);
    if (overdueAt !== undefined) {
      query = query.where('d.status', '=', 'accepted').where('d.due_at', '<=', timestamptz(overdueAt));
    }
    if (after !== undefined) {
      const id = parseDispatchId(after.id);
      if (!id || !isUuid(id.journey)) return [];
      query = query.where(
        sql<boolean>`(d.created_at, d.journey_id, d.seq) <
          (${timestamptz(after.at)}, ${id.journey}::uuid, ${id.seq}::integer)`,
      );
    }
    const rows = await query
      .orderBy('d.created_at', 'desc')
      .orderBy('d.journey_id', 'desc')
      .orderBy('d.seq', 'desc')
      .limit(limit ?? DEFAULT_LIMIT)
      .execute();
    return rows.map(row => ({
      ...dispatchSummary(row),
      ...(row.ring_at !== null && { ringAt: row.ring_at }),
    }));
  }

  async backlog(): Promise<readonly Backlog[]> {
    const role = sql<string>`split_part(service, '.', 1)`;
    return this.#database.kysely
      .selectFrom('dispatch')
      .select(eb => [role.as('role'), 'authority', 'status', eb.fn.countAll<number>().as('count')])
      .select(eb => [eb.fn.count<number>('error_code').as('failing'), eb.fn.min('created_at').as('oldest')])
      .where('settled_at', 'is', null)
      .groupBy([role, 'authority', 'status'])
      .orderBy('authority')
      .orderBy(role)
      .orderBy('status')
      .execute();
  }

  async overdue(at: Instant): Promise<readonly Overdue[]> {
    const role = sql<string>`split_part(service, '.', 1)`;
    return this.#database.kysely
      .selectFrom('dispatch')
      .select(eb => [role.as('role'), 'authority', eb.fn.countAll<number>().as('count')])
      .where('settled_at', 'is', null)
      .where('status', '=', 'accepted')
      .where('due_at', '<=', timestamptz(at))
      .groupBy([role, 'authority'])
      .execute();
  }

  async incidents(): Promise<readonly Incident[]> {
    const isPending = sql<boolean>`status = 'pending'`;
    const rows = await this.#database.kysely
      .selectFrom('dispatch')
      .select(eb => [
        'service',
        eb.ref('error_code').$notNull().as('cause'),
        eb.fn.max('error_message').$notNull().as('message'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'parked').as('parked'),
        eb.fn.countAll<number>().filterWhere(isPending).as('waiting'),
        eb.fn.count<number>('journey_id').distinct().as('journeys'),
        sql<string[]>`array_agg(distinct authority order by authority)`.as('authorities'),
        eb.fn.min('created_at').as('oldest'),
        eb.fn.min('ring_at').filterWhere(isPending).as('nextAttempt'),
      ])
      .where('settled_at', 'is', null)
      .where('status', 'in', ['pending', 'parked'])
      .where('error_code', 'is not', null)
      .groupBy(['service', 'error_code'])
      .orderBy(eb => eb.fn.countAll(), 'desc')
      .orderBy('service')
      .orderBy('error_code')
      .execute();
    return rows.map(({ nextAttempt, ...incident }) => ({
      ...incident,
      ...(nextAttempt !== null && { nextAttempt }),
    }));
  }

  async underWay(): Promise<readonly UnderWay[]> {
    return this.#database.kysely
      .selectFrom('journey')
      .select(eb => ['hash', eb.fn.countAll<number>().as('count')])
      .where('status', 'in', ['active', 'cancelling', 'held'])
      .where('erased_at', 'is', null)
      .groupBy('hash')
      .execute();
  }

  async held(): Promise<HeldJourneys> {
    const { count, since } = await this.#database.kysely
      .selectFrom('journey')
      .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.min('moved_at').as('since')])
      .where('status', '=', 'held')
      .where('erased_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { count, ...(since !== null && { since }) };
  }
}

function waitsFor(authority: string) {
  return sql<boolean>`exists (
    select from dispatch d where d.journey_id = j.journey_id and d.authority = ${authority} and d.settled_at is null
  )`;
}
