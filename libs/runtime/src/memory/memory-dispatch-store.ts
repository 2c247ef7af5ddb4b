import { type Instant } from '#statechart';
import { isCorrection } from '../corrections/correction.js';
import { type DispatchRecord, type DispatchStatus, isOpen } from '../journey-record.js';
import { type Alike, type AskedOf, type DispatchStore, type Failure, type Reopened } from '../ports.js';
import { roleOf } from '../role-of.js';
import { type DispatchRow, type MemoryTables, rowKey } from './memory-tables.js';

/** Dispatches in memory, for scenarios and simulations. */
export class MemoryDispatchStore implements DispatchStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async find(dispatch: string): Promise<DispatchRecord | undefined> {
    const row = this.#tables.dispatches.get(dispatch);
    return row && recordOf(row);
  }

  async ofJourney(journey: string): Promise<readonly DispatchRecord[]> {
    const rows = [...this.#tables.dispatches.values()].filter(row => row.journey === journey);
    return rows.sort((a, b) => a.seq - b.seq).map(recordOf);
  }

  async asked(): Promise<readonly { readonly service: string; readonly authority: string }[]> {
    const open = [...this.#tables.dispatches.values()].filter(({ status }) => isOpen(status));
    return [
      ...new Map(
        open.map(({ service, authority }) => [rowKey(service, authority), { service, authority }]),
      ).values(),
    ];
  }

  async journeysAsking(
    service: string,
    authority: string,
    limit: number,
    after = '',
  ): Promise<readonly string[]> {
    const asking = [...this.#tables.dispatches.values()].filter(
      row =>
        row.service === service &&
        row.authority === authority &&
        isOpen(row.status) &&
        !isCorrection(row) &&
        row.journey > after,
    );
    return [...new Set(asking.map(({ journey }) => journey))].sort().slice(0, limit);
  }

  async journeysNaming(persons: readonly string[]): Promise<readonly string[]> {
    const naming = [...this.#tables.dispatches.values()].filter(
      ({ seq, disclosure }) => seq > 0 && disclosure?.persons.some(person => persons.includes(person)),
    );
    return [...new Set(naming.map(({ journey }) => journey))];
  }

  async postpone(dispatch: string, error: Failure, ringAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending'], row => ({ ...row, attempt: row.attempt + 1, error, ringAt }));
  }

  async defer(dispatch: string, error: Failure, ringAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending'], row => ({ ...row, error, ringAt }));
  }

  async accept(dispatch: string, dueAt: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'accepted'], ({ ringAt: _, ...row }) => ({
      ...row,
      status: 'accepted',
      dueAt,
    }));
  }

  async park(dispatch: string, error: Failure): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'accepted'], ({ ringAt: _, ...row }) => ({
      ...row,
      status: 'parked',
      error,
    }));
  }

  async reopen(dispatch: string, at: Instant): Promise<boolean> {
    return this.#write(dispatch, ['pending', 'parked'], row => reopened(row, at, at));
  }

  async ringAll(of: AskedOf, at: Instant, perSecond: number): Promise<number> {
    const failed = this.#askedOf(of, row => row.status === 'pending' && row.error !== undefined);
    return this.#inTurn(failed, at, perSecond, (row, ringAt) => ({ ...row, ringAt }));
  }

  async reopenAll(
    of: AskedOf,
    at: Instant,
    perSecond: number,
    most: number,
    parked: boolean,
  ): Promise<Reopened> {
    const waiting = this.#askedOf(
      of,
      ({ status, error }) =>
        status === 'pending' || (parked && status === 'parked' && error?.code === 'unreachable'),
    );
    return this.#reopenFirst(waiting, at, perSecond, most);
  }

  async reopenAlike(
    { service, cause }: Alike,
    at: Instant,
    perSecond: number,
    most: number,
  ): Promise<Reopened> {
    const alike = [...this.#tables.dispatches.values()]
      .filter(
        row =>
          row.service === service &&
          row.error?.code === cause &&
          (row.status === 'pending' || row.status === 'parked'),
      )
      .sort((a, b) => a.createdAt - b.createdAt);
    return this.#reopenFirst(alike, at, perSecond, most);
  }

  #reopenFirst(rows: readonly DispatchRow[], at: Instant, perSecond: number, most: number): Reopened {
    const takes = (most * 1_000) / perSecond;
    const isUnderWay = ({ status, reopenedAt = -Infinity }: DispatchRow): boolean =>
      status === 'pending' && reopenedAt > at - takes;
    const underWay = rows.filter(isUnderWay);
    const turns = underWay.flatMap(({ ringAt = -Infinity, reopenedAt = -Infinity }) =>
      ringAt >= at && ringAt <= reopenedAt + takes ? ringAt : [],
    );
    const rest = rows.filter(row => !isUnderWay(row));
    const next = rest.slice(0, Math.max(0, most - turns.length));
    const from = Math.max(at, ...turns.map(turn => turn + Math.floor(1_000 / perSecond)));
    const rung = this.#inTurn(next, from, perSecond, (row, ringAt) => reopened(row, at, ringAt));
    const journeys = [...new Set(next.map(({ journey }) => journey))];
    return { rung, left: rest.length - rung, underWay: underWay.length, journeys };
  }

  #askedOf({ authority, role }: AskedOf, wanted: (row: DispatchRow) => boolean): readonly DispatchRow[] {
    const rows = [...this.#tables.dispatches.values()];
    return rows
      .filter(row => authority === undefined || row.authority === authority)
      .filter(row => role === undefined || roleOf(row.service) === role)
      .filter(wanted)
      .sort((a, b) => a.createdAt - b.createdAt);
  }

  #inTurn(
    rows: readonly DispatchRow[],
    at: Instant,
    perSecond: number,
    change: (row: DispatchRow, ringAt: Instant) => DispatchRow,
  ): number {
    rows.forEach((row, place) => {
      const ringAt = Math.min(row.ringAt ?? Infinity, at + Math.floor((place * 1_000) / perSecond));
      this.#tables.dispatches.set(row.id, change(row, ringAt));
    });
    return rows.length;
  }

  #write(
    dispatch: string,
    from: readonly DispatchStatus[],
    change: (row: DispatchRow) => DispatchRow,
  ): boolean {
    const row = this.#tables.dispatches.get(dispatch);
    if (!row || !from.includes(row.status)) return false;
    this.#tables.dispatches.set(dispatch, change(row));
    return true;
  }
}

function reopened(row: DispatchRow, at: Instant, ringAt: Instant): DispatchRow {
  return { ...row, status: 'pending', attempt: 0, reopenedAt: at, ringAt };
}

function recordOf({ ringAt: _ringAt, ...record }: DispatchRow): DispatchRecord {
  return structuredClone(record);
}
