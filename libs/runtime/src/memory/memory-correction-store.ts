import { type Correction, CORRECTION } from '../corrections/correction.js';
import { dispatchId } from '../dispatch-id.js';
import { isOpen } from '../journey-record.js';
import { messageNumber } from '../mailbox/message-number.js';
import {
  type CorrectionSettlement,
  type CorrectionStore,
  type Letters,
  type NewCorrection,
  type PageRequest,
  type PassedCorrection,
} from '../ports.js';
import { type CorrectionRow, type MemoryTables } from './memory-tables.js';
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
    return row && this.#correctionOf(row);
  }

  async pageOf(person: string, page: PageRequest): Promise<readonly Correction[]> {
    const theirs = [...this.#tables.corrections.values()].filter(row => row.person === person);
    return newestFirst(theirs, ({ at, id }) => ({ at, id }), page).map(row => this.#correctionOf(row));
  }

  async asking(service: string, authority: string, limit: number, after = ''): Promise<readonly string[]> {
    const asking = [...this.#tables.corrections.keys()].filter(id => {
      const sent = this.#dispatchOf(id);
      return id > after && sent.service === service && sent.authority === authority && isOpen(sent.status);
    });
    return asking.sort().slice(0, limit);
  }

  async passOn(id: string, { authority, letters }: PassedCorrection): Promise<boolean> {
    const { corrections, dispatches, messages } = this.#tables;
    const row = corrections.get(id);
    if (!row) return false;
    const sent = this.#dispatchOf(id);
    const isTold = messages.has(dispatchId(id, -messageNumber(letters.entry, 0)));
    if (!isOpen(sent.status) || isTold) return false;
    if (sent.status !== 'accepted') dispatches.set(sent.id, { ...sent, authority });
    keepLetters(this.#tables, id, letters);
    return true;
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

  #correctionOf(row: CorrectionRow): Correction {
    const { authority, status } = this.#dispatchOf(row.id);
    return structuredClone({ ...row, authority, status });
  }

  #dispatchOf(id: string) {
    return this.#tables.dispatches.get(dispatchId(id, CORRECTION))!;
  }
}
