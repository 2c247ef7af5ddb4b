import { type Instant } from '#statechart';
import { type Pause, type PauseStore } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** Paused authorities in memory. */
export class MemoryPauseStore implements PauseStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async paused(): Promise<readonly Pause[]> {
    return [...this.#tables.pauses].flatMap(([authority, { paused, ...pause }]) =>
      paused ? { ...pause, authority } : [],
    );
  }

  async set(authority: string, paused: boolean, reason: string, by: string, at: Instant): Promise<void> {
    const before = this.#tables.pauses.get(authority);
    const since = before?.paused === paused ? before.since : at;
    this.#tables.pauses.set(authority, { paused, reason, by, since });
  }
}
