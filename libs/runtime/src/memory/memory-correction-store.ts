import { type Correction, CORRECTION } from '../corrections/correction.js';
import { dispatchId } from '../dispatch-id.js';
import { isOpen } from '../journey-record.js';
import {
  type CorrectionSettlement,
  type CorrectionStore,
  type Letters,
  type NewCorrection,
  type PageRequest,
} from '../ports.js';
import { type MemoryTables } from './memory-tables.js';
import { newestFirst } from './newest-first.js';
import { keepLetters } from './keep-letters.js';

/** Corrections in memory. */
export class MemoryCorrectionStore implements CorrectionStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async add(correction: NewCorrection, letters: Letters): Promise<boolean> {
    const { corrections } = this.#tables;
    if (corrections.has(correction.id)) return false;
    corrections.set(correction.id, structuredClone(correction));
    keepLetters(this.#tables, correction.id, letters);
    return true;
  }

  async find(id: string): Promise<Correction | undefined> {
    const row = this.#tables.corrections.get(id);
    return row && structuredClone({ ...row, status: this.#dispatchOf(id).status });
  }

  async pageOf(person: string, page: PageRequest): Promise<readonly Correction[]> {
    const theirs = [...this.#tables.corrections.values()].filter(row => row.person === person);
    const found = newestFirst(theirs, ({ at, id }) => ({ at, id }), page);
    return structuredClone(found.map(row => ({ ...row, status: this.#dispatchOf(row.id).status })));
  }

  async settle(id: string, { dispatch, answer, letters }: CorrectionSettlement): Promise<boolean> {
    const { corrections, dispatches } = this.#tables;
    const row = corrections.get(id);
    if (!row) return false;
    const { ringAt: _, ...sent } = this.#dispatchOf(id);
    if (!isOpen(sent.status) && (sent.status !== 'stopped' || dispatch === 'stopped')) return false;
    dispatches.set(sent.id, { ...sent, status: dispatch, settledAt: answer.at });
    corrections.set(id, structuredClone({ ...row, answer }));
    keepLetters(this.#tables, id, letters);
    return true;
  }

  #dispatchOf(id: string) {
    return this.#tables.dispatches.get(dispatchId(id, CORRECTION))!;
  }
}
