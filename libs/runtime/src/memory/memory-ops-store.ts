import { isOpen, type JourneyStatus } from '../journey-record.js';
import {
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
} from '../ports.js';
import { roleOf } from '../role-of.js';
import { type Instant } from '#statechart';
import { type DispatchRow, type JourneyRow, type MemoryTables, rowKey } from './memory-tables.js';
import { newestFirst } from './newest-first.js';

const UNDER_WAY: readonly JourneyStatus[] = ['active', 'cancelling', 'held'];

/** Search for ops, in memory. */
export class MemoryOpsStore implements OpsStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]> {
    const { status, definition, state, authority, journey, idEnd, startedBefore, idleSince } = filter;
    const waitsFor = (id: string) =>
      [...this.#tables.dispatches.values()].some(
        row => row.journey === id && row.authority === authority && isOpen(row.status),
      );
    const rows = [...this.#tables.journeys.values()].filter(
      row =>
        (status === undefined || row.status === status) &&
        (definition === undefined || row.definition === definition) &&
        (state === undefined || row.states.includes(state)) &&
        (authority === undefined || waitsFor(row.id)) &&
        (journey === undefined || row.id === journey) &&
        (idEnd === undefined || row.id.endsWith(idEnd)) &&
        (startedBefore === undefined || row.startedAt < startedBefore) &&
        (idleSince === undefined || row.movedAt < idleSince),
    );
    return newestFirst(rows, ({ id, startedAt }) => ({ at: startedAt, id }), filter).map(journeySummary);
  }

  async dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]> {
    const { status, authority, service, journey, seq, error, overdueAt } = filter;
    const rows = [...this.#tables.dispatches.values()].filter(
      row =>
        (status === undefined || row.status === status) &&
        (authority === undefined || row.authority === authority) &&
        (service === undefined || row.service === service) &&
        (journey === undefined || row.journey === journey) &&
        (seq === undefined || row.seq === seq) &&
        (error === undefined || row.error?.code === error) &&
        (overdueAt === undefined || (row.status === 'accepted' && row.dueAt! <= overdueAt)),
    );
    return newestFirst(rows, ({ id, createdAt }) => ({ at: createdAt, id }), filter).map(summaryOfDispatch);
  }

  async backlog(): Promise<readonly Backlog[]> {
    const open = [...this.#tables.dispatches.values()].filter(({ status }) => isOpen(status));
    const groups = grouped(open, ({ service, authority, status }) =>
      rowKey(roleOf(service), authority, status),
    );
    return groups.map(rows => {
      const { service, authority, status } = rows[0]!;
      const failing = rows.filter(({ error }) => error !== undefined).length;
      return {
        role: roleOf(service),
        authority,
        status,
        count: rows.length,
        failing,
        oldest: oldestOf(rows),
      };
    });
  }

  async overdue(at: Instant): Promise<readonly Overdue[]> {
    const overdue = [...this.#tables.dispatches.values()].filter(
      ({ status, dueAt = Infinity }) => status === 'accepted' && dueAt <= at,
    );
    const groups = grouped(overdue, ({ service, authority }) => rowKey(roleOf(service), authority));
    return groups.map(rows => {
      const { service, authority } = rows[0]!;
      return { role: roleOf(service), authority, count: rows.length };
    });
  }

  async incidents(): Promise<readonly Incident[]> {
    const failing = [...this.#tables.dispatches.values()].filter(
      ({ status, error }) => error !== undefined && (status === 'parked' || status === 'pending'),
    );
    const incidents = grouped(failing, ({ service, error }) => rowKey(service, error!.code)).map(rows => {
      const waiting = rows.filter(({ status }) => status === 'pending');
      const next = Math.min(...waiting.map(({ ringAt }) => ringAt ?? Infinity));
      return {
        service: rows[0]!.service,
        cause: rows[0]!.error!.code,
        message: rows
          .map(({ error }) => error!.message)
          .sort()
          .at(-1)!,
        parked: rows.length - waiting.length,
        waiting: waiting.length,
        journeys: new Set(rows.map(({ journey }) => journey)).size,
        authorities: [...new Set(rows.map(({ authority }) => authority))].sort(),
        oldest: oldestOf(rows),
        ...(Number.isFinite(next) && { nextAttempt: next }),
      };
    });
    return incidents.sort(
      (a, b) => b.parked + b.waiting - a.parked - a.waiting || (a.service < b.service ? -1 : 1),
    );
  }

  async underWay(): Promise<readonly UnderWay[]> {
    const open = [...this.#tables.journeys.values()].filter(({ status }) => UNDER_WAY.includes(status));
    return grouped(open, ({ hash }) => hash).map(rows => ({ hash: rows[0]!.hash, count: rows.length }));
  }

  async held(): Promise<HeldJourneys> {
    const moved = [...this.#tables.journeys.values()].flatMap(({ status, movedAt }) =>
      status === 'held' ? movedAt : [],
    );
    return { count: moved.length, ...(moved.length > 0 && { since: Math.min(...moved) }) };
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

function oldestOf(rows: readonly DispatchRow[]): number {
  return Math.min(...rows.map(({ createdAt }) => createdAt));
}

function journeySummary(row: JourneyRow): JourneySummary {
  const { id: journey, definition, hash, status, states, version, startedAt, movedAt } = row;
  return { journey, definition, hash, status, states, version, startedAt, movedAt };
}

export function summaryOfDispatch({
  input: _input,
  disclosure: _disclosure,
  ...summary
}: DispatchRow): DispatchSummary {
  return summary;
}
