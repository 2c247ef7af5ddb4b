import { dispatchId } from '../dispatch-id.js';
import {
  type OverviewRequest,
  type OverviewRows,
  type OverviewStore,
  MOST_TIDINGS,
  TELLING_KINDS,
  type Tiding,
  toldIn,
} from '../ports.js';
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

  #rowsOf({ journey, version, viewers, dispatches, telling, ending }: OverviewRequest): OverviewRows {
    const rowOf = (seq: number) => this.#tables.dispatches.get(dispatchId(journey, seq));
    const undone = new Set(
      [...this.#tables.dispatches.values()].flatMap(row =>
        row.journey === journey && row.undoes !== undefined && row.status === 'answered' ? [row.undoes] : [],
      ),
    );
    const tidings = (this.#tables.journal.get(journey) ?? [])
      .filter(
        ({ seq, kind, subject, seenBy }) =>
          seq <= version &&
          TELLING_KINDS.includes(kind) &&
          (ending.includes(subject) ||
            (telling.includes(subject) &&
              (seenBy === undefined || seenBy.some(viewer => viewers.includes(viewer))))),
      )
      .slice(-MOST_TIDINGS)
      .reverse()
      .flatMap(({ detail, origin: _origin, ...entry }): Tiding[] => {
        const { data, dispatch } = toldIn(detail) ?? {};
        if (data === undefined) return [];
        if (dispatch === undefined) return [{ entry, data }];
        const row = rowOf(dispatch);
        return row && !undone.has(row.seq) ? [{ entry, data, asked: { dispatch, input: row.input } }] : [];
      });
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
