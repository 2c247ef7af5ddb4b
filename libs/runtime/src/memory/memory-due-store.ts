import { type Instant } from '#statechart';
import { type Due, type DueStore } from '../ports.js';
import { type MemoryTables, rowKey } from './memory-tables.js';

/** What is due, in memory. */
export class MemoryDueStore implements DueStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async due(now: Instant, ringAgainAt: Instant, limit: number): Promise<Due> {
    const { dispatches, timers, pauses } = this.#tables;
    const given = new Map<string, number>();
    const dueDispatches = [...dispatches.values()]
      .filter(
        ({ ringAt, authority }) => ringAt !== undefined && ringAt <= now && !pauses.get(authority)?.paused,
      )
      .sort((a, b) => a.ringAt! - b.ringAt!)
      .filter(({ authority }) => {
        const before = given.get(authority) ?? 0;
        given.set(authority, before + 1);
        return before < limit;
      });
    const dueTimers = [...timers.values()]
      .filter(({ ringAt }) => ringAt <= now)
      .sort((a, b) => a.ringAt - b.ringAt)
      .slice(0, limit);
    for (const row of dueDispatches) dispatches.set(row.id, { ...row, ringAt: ringAgainAt });
    for (const row of dueTimers) timers.set(rowKey(row.journey, row.seq), { ...row, ringAt: ringAgainAt });
    return {
      dispatches: dueDispatches.map(({ id, authority, error, createdAt }) => ({
        dispatch: id,
        authority,
        delivery: error === undefined ? { kind: 'repeat', rungAt: createdAt } : { kind: 'retry' },
      })),
      journeys: [...new Set(dueTimers.map(({ journey }) => journey))],
    };
  }
}
