import { type Draft, type DraftStore } from '../ports.js';
import { type MemoryTables, rowKey } from './memory-tables.js';

/** Drafts in memory. */
export class MemoryDraftStore implements DraftStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async save(journey: string, task: string, person: string, draft: Draft): Promise<boolean> {
    const { status, states } = this.#tables.journeys.get(journey) ?? { status: 'done', states: [] };
    if ((status !== 'active' && status !== 'held') || !states.includes(task)) return false;
    this.#tables.drafts.set(rowKey(journey, task, person), structuredClone(draft));
    return true;
  }

  async find(journey: string, task: string, person: string): Promise<Draft | undefined> {
    return structuredClone(this.#tables.drafts.get(rowKey(journey, task, person)));
  }

  async dropOf(holder: string, person: string, kept: readonly string[]): Promise<void> {
    for (const [key, draft] of this.#tables.drafts) {
      const [journey, , of] = JSON.parse(key) as [string, string, string];
      const definition = this.#tables.journeys.get(journey)?.definition ?? '';
      if (draft.holder === holder && of === person && !kept.includes(definition)) {
        this.#tables.drafts.delete(key);
      }
    }
  }
}
