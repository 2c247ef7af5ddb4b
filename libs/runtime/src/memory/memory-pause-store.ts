import type { PauseStore } from '../ports.js';
import type { MemoryTables } from './memory-tables.js';

/** Paused authorities in memory. */
export class MemoryPauseStore implements PauseStore {
  constructor(private readonly tables: MemoryTables) {}

  async paused(): Promise<readonly string[]> {
    return [...this.tables.pauses].filter(([, { paused }]) => paused).map(([authority]) => authority);
  }

  async set(authority: string, paused: boolean, reason: string, by: string): Promise<void> {
    this.tables.pauses.set(authority, { paused, reason, by });
  }
}
