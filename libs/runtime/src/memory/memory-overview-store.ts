import { dispatchId } from '../dispatch-id.js';
import { tidingsIn } from '../overview/tidings-in.js';
import { type OverviewRequest, type OverviewRows, type OverviewStore } from '../ports.js';
import { summaryOfDispatch } from './memory-ops-store.js';
import { isPaused, type MemoryTables } from './memory-tables.js';

/** Overviews over the tables in memory. */
export class MemoryOverviewStore implements OverviewStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async rowsOf(asked: readonly OverviewRequest[]): Promise<ReadonlyMap<string, OverviewRows>> {
    const there = asked.filter(({ journey }) => this.#tables.journeys.has(journey));
    return structuredClone(new Map(there.map(request => [request.journey, this.#rowsOf(request)])));
  }

  #rowsOf(request: OverviewRequest): OverviewRows {
    const { journey, version, dispatches } = request;
    const rowOf = (seq: number) => this.#tables.dispatches.get(dispatchId(journey, seq));
    const undone = new Set(
      [...this.#tables.dispatches.values()].flatMap(row =>
        row.journey === journey && row.undoes !== undefined && row.status === 'answered' ? [row.undoes] : [],
      ),
    );
    const entries = (this.#tables.journal.get(journey) ?? []).filter(({ seq }) => seq <= version);
    const tidings = tidingsIn(
      entries.map(({ origin: _origin, ...entry }) => entry),
      request,
      seq => (undone.has(seq) ? undefined : rowOf(seq)?.input),
    );
    const open = dispatches.flatMap(seq => rowOf(seq) ?? []);
    return {
      tidings,
      dispatches: open.map(row => ({
        ...summaryOfDispatch(row),
        ...(isPaused(this.#tables, row) && { paused: true }),
      })),
    };
  }
}
