import type { Instant } from '#statechart';
import type { DispatchRecord, DispatchStatus } from '../journey-record.js';
import type { DispatchStore } from '../ports.js';
import type { DispatchRow, MemoryTables } from './memory-tables.js';

/** Dispatches in memory, for scenarios and simulations. */
export class MemoryDispatchStore implements DispatchStore {
  constructor(private readonly tables: MemoryTables) {}

  async find(dispatch: string): Promise<DispatchRecord | undefined> {
    const row = this.tables.dispatches.get(dispatch);
    return row && recordOf(row);
  }

  async ofJourney(journey: string): Promise<readonly DispatchRecord[]> {
    const rows = [...this.tables.dispatches.values()].filter(row => row.journey === journey);
    return rows.sort((a, b) => a.seq - b.seq).map(recordOf);
  }

  async postpone(
    dispatch: string,
    error: { code: string; message: string },
    ringAt: Instant,
  ): Promise<boolean> {
    return this.#write(dispatch, ['pending'], row => ({ ...row, attempt: row.attempt + 1, error, ringAt }));
  }

  async accept(dispatch: string, dueAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'accepted'], ({ ringAt: _, ...row }) => ({
      ...row,
      status: 'accepted',
      dueAt,
    }));
  }

  async park(dispatch: string, error: { code: string; message: string }): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'accepted'], ({ ringAt: _, ...row }) => ({
      ...row,
      status: 'parked',
      error,
    }));
  }

  async reopen(dispatch: string, ringAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['parked'], row => ({ ...row, status: 'pending', attempt: 0, ringAt }));
  }

  #write(
    dispatch: string,
    from: readonly DispatchStatus[],
    change: (row: DispatchRow) => DispatchRow,
  ): boolean {
    const row = this.tables.dispatches.get(dispatch);
    if (!row || !from.includes(row.status)) return false;
    this.tables.dispatches.set(dispatch, change(row));
    return true;
  }
}

function recordOf({ ringAt: _ringAt, ...record }: DispatchRow): DispatchRecord {
  return structuredClone(record);
}
