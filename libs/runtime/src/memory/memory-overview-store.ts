import { dispatchId } from '../dispatch-id.js';
import {
  answerIn,
  MOST_ANSWERS,
  type OverviewRequest,
  type OverviewRows,
  type OverviewStore,
  type TellingAnswer,
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

  #rowsOf({ journey, viewers, dispatches, telling }: OverviewRequest): OverviewRows {
    const rowOf = (seq: number) => this.#tables.dispatches.get(dispatchId(journey, seq));
    const undone = new Set(
      [...this.#tables.dispatches.values()].flatMap(row =>
        row.journey === journey && row.undoes !== undefined && row.status === 'answered' ? [row.undoes] : [],
      ),
    );
    const answers = (this.#tables.journal.get(journey) ?? [])
      .filter(
        ({ kind, subject, seenBy }) =>
          kind === 'answered' &&
          telling.includes(subject) &&
          (seenBy === undefined || seenBy.some(viewer => viewers.includes(viewer))),
      )
      .slice(-MOST_ANSWERS)
      .reverse()
      .flatMap(({ detail, origin: _origin, ...entry }): TellingAnswer[] => {
        const found = answerIn(detail);
        const row = found && rowOf(found.dispatch);
        return row && !undone.has(row.seq) ? [{ entry, ...found, input: row.input }] : [];
      });
    const open = dispatches.flatMap(seq => rowOf(seq) ?? []);
    return {
      answers,
      dispatches: open.map(row => ({
        ...summaryOfDispatch(row),
        ...(isPaused(this.#tables, row) && { paused: true }),
      })),
    };
  }
}
