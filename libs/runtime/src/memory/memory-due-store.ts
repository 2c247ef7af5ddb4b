import { type Instant } from '#statechart';
import { type DueStore, type Outlook, type Ring } from '../ports.js';
import { roleOf } from '../role-of.js';
import { isPaused, type MemoryTables, rowKey } from './memory-tables.js';

/** Due work in memory. */
export class MemoryDueStore implements DueStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async dispatches(now: Instant, ringAgainAt: Instant, limit: number): Promise<readonly Ring[]> {
    const { dispatches } = this.#tables;
    const given = new Map<string, number>();
    const due = [...dispatches.values()]
      .filter(row => row.ringAt !== undefined && row.ringAt <= now && !isPaused(this.#tables, row))
      .sort((a, b) => a.ringAt! - b.ringAt!)
      .filter(({ authority }) => {
        const before = given.get(authority) ?? 0;
        given.set(authority, before + 1);
        return before < limit;
      });
    for (const row of due) dispatches.set(row.id, { ...row, ringAt: ringAgainAt });
    return due.map(({ id, service, error, createdAt }) => ({
      dispatch: id,
      role: roleOf(service),
      delivery: error === undefined ? { kind: 'repeat', rungAt: createdAt } : { kind: 'retry' },
    }));
  }

  async journeys(now: Instant, ringAgainAt: Instant, limit: number): Promise<readonly string[]> {
    const { timers } = this.#tables;
    const due = [...timers.values()]
      .filter(({ ringAt }) => ringAt <= now)
      .sort((a, b) => a.ringAt - b.ringAt)
      .slice(0, limit);
    for (const row of due) timers.set(rowKey(row.journey, row.seq), { ...row, ringAt: ringAgainAt });
    return [...new Set(due.map(({ journey }) => journey))];
  }

  async outlook(soon: Instant): Promise<Outlook> {
    const { dispatches, timers, journeys } = this.#tables;
    const asked = [...dispatches.values()].filter(
      row =>
        row.status === 'pending' &&
        !isPaused(this.#tables, row) &&
        (row.error === undefined || row.ringAt! <= soon),
    );
    const [timer] = [...timers.values()]
      .filter(({ journey, seq }) => seq < 0 || journeys.get(journey)?.status === 'active')
      .sort((a, b) => a.due - b.due || a.journey.localeCompare(b.journey) || a.seq - b.seq);
    return {
      asked: [...new Set(asked.map(({ authority }) => authority))].sort(),
      ...(timer && { timer: { due: timer.due, journey: timer.journey } }),
    };
  }
}
