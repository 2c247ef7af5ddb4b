import { isOpen } from '../journey-record.js';
import {
  type Backlog,
  type DispatchFilter,
  type DispatchSummary,
  type JourneyFilter,
  type JourneySummary,
  type OpsStore,
} from '../ports.js';
import { roleOf } from '../role-of.js';
import { type DispatchRow, type JourneyRow, type MemoryTables, rowKey } from './memory-tables.js';
import { newestFirst } from './newest-first.js';

/** Search for ops, in memory. */
export class MemoryOpsStore implements OpsStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]> {
    const { status, definition, state, authority, startedBefore, idleSince } = filter;
    const waitsFor = (journey: string) =>
      [...this.#tables.dispatches.values()].some(
        row => row.journey === journey && row.authority === authority && isOpen(row.status),
      );
    const rows = [...this.#tables.journeys.values()].filter(
      row =>
        (status === undefined || row.status === status) &&
        (definition === undefined || row.definition === definition) &&
        (state === undefined || row.states.includes(state)) &&
        (authority === undefined || waitsFor(row.id)) &&
        (startedBefore === undefined || row.startedAt < startedBefore) &&
        (idleSince === undefined || row.movedAt < idleSince),
    );
    return newestFirst(rows, ({ id, startedAt }) => ({ at: startedAt, id }), filter).map(journeySummary);
  }

  async dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]> {
    const { status, authority, service, journey, error, overdueAt } = filter;
    const rows = [...this.#tables.dispatches.values()].filter(
      row =>
        (status === undefined || row.status === status) &&
        (authority === undefined || row.authority === authority) &&
        (service === undefined || row.service === service) &&
        (journey === undefined || row.journey === journey) &&
        (error === undefined || row.error?.code === error) &&
        (overdueAt === undefined || (row.status === 'accepted' && row.dueAt! <= overdueAt)),
    );
    return newestFirst(rows, ({ id, createdAt }) => ({ at: createdAt, id }), filter).map(summaryOfDispatch);
  }

  async backlog(): Promise<readonly Backlog[]> {
    const counts = new Map<string, Backlog>();
    for (const { service, authority, status } of this.#tables.dispatches.values()) {
      if (!isOpen(status)) continue;
      const role = roleOf(service);
      const key = rowKey(role, authority, status);
      counts.set(key, { role, authority, status, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return [...counts.values()];
  }
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
