import { type Instant } from '#statechart';
import { type GivenMandate } from '../mandates/mandate.js';
import { type GivenMandateStore, type MandateChange, type Letters } from '../ports.js';
import { asRegistered, type MemoryTables } from './memory-tables.js';
import { keepLetters } from './keep-letters.js';

/** Given mandates in memory. */
export class MemoryGivenMandateStore implements GivenMandateStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async add(mandate: GivenMandate, letters: Letters): Promise<boolean> {
    const { id } = mandate.gift;
    if (this.#tables.givenMandates.has(id)) return false;
    this.#tables.givenMandates.set(id, structuredClone(mandate));
    keepLetters(this.#tables, id, letters);
    return true;
  }

  async find(id: string): Promise<GivenMandate | undefined> {
    const found = this.#tables.givenMandates.get(id);
    return found && structuredClone(asRegistered(this.#tables, found));
  }

  async change(
    { gift: { id, due: expected } }: GivenMandate,
    { ended, due }: MandateChange,
    letters?: Letters,
  ): Promise<boolean> {
    const row = this.#tables.givenMandates.get(id);
    if (!row || row.gift.due !== expected) return false;
    const { due: _due, ...gift } = row.gift;
    this.#tables.givenMandates.set(id, {
      ...row,
      ...(ended !== undefined && { ended }),
      gift: { ...gift, ...(due !== undefined && { due }) },
    });
    if (letters) keepLetters(this.#tables, id, letters);
    return true;
  }

  async due(at: Instant, limit: number): Promise<readonly GivenMandate[]> {
    const dueOf = ({ gift: { due } }: GivenMandate): Instant => due ?? Infinity;
    const all = [...this.#tables.givenMandates.values()].filter(row => dueOf(row) <= at);
    const first = all.sort((a, b) => dueOf(a) - dueOf(b)).slice(0, limit);
    return structuredClone(first.map(row => asRegistered(this.#tables, row)));
  }
}
