import { type Instant } from '#statechart';
import { type Assistance, assistanceEnd } from '../assistance/assistance.js';
import { type AssistanceStore } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** Assistances in memory. */
export class MemoryAssistanceStore implements AssistanceStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async add(assistance: Assistance): Promise<void> {
    this.#tables.assistances.set(assistance.id, structuredClone(assistance));
  }

  async find(id: string): Promise<Assistance | undefined> {
    return structuredClone(this.#tables.assistances.get(id));
  }

  async of(caseworker: string, after: Instant): Promise<readonly Assistance[]> {
    const theirs = [...this.#tables.assistances.values()].filter(
      row => row.caseworker === caseworker && assistanceEnd(row) > after,
    );
    return structuredClone(theirs).sort((one, other) => other.from - one.from);
  }

  async end(id: string, caseworker: string, at: Instant): Promise<boolean> {
    const row = this.#tables.assistances.get(id);
    if (row?.caseworker !== caseworker || assistanceEnd(row) <= at) return false;
    this.#tables.assistances.set(id, { ...row, ended: at });
    return true;
  }
}
