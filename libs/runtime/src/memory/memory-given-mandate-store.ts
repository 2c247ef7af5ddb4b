import { type Instant } from '#statechart';
import { dispatchId } from '../dispatch-id.js';
import { messageNumber } from '../mailbox/message-number.js';
import { type GivenMandate } from '../mandates/mandate.js';
import { type GivenMandateStore, type MandateChange, type MandateLetters } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** Given mandates in memory. */
export class MemoryGivenMandateStore implements GivenMandateStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async add(mandate: GivenMandate, letters: MandateLetters): Promise<boolean> {
    const { id } = mandate.gift;
    if (this.#tables.givenMandates.has(id)) return false;
    this.#tables.givenMandates.set(id, structuredClone(mandate));
    this.#send(id, letters);
    return true;
  }

  async find(id: string): Promise<GivenMandate | undefined> {
    return structuredClone(this.#tables.givenMandates.get(id));
  }

  async change(
    { gift: { id, due: expected } }: GivenMandate,
    { ended, due }: MandateChange,
    letters?: MandateLetters,
  ): Promise<boolean> {
    const row = this.#tables.givenMandates.get(id);
    if (!row || row.gift.due !== expected) return false;
    const { due: _due, ...gift } = row.gift;
    this.#tables.givenMandates.set(id, {
      ...row,
      ...(ended !== undefined && { ended }),
      gift: { ...gift, ...(due !== undefined && { due }) },
    });
    if (letters) this.#send(id, letters);
    return true;
  }

  async due(at: Instant, limit: number): Promise<readonly GivenMandate[]> {
    const dueOf = ({ gift: { due } }: GivenMandate): Instant => due ?? Infinity;
    const all = [...this.#tables.givenMandates.values()].filter(row => dueOf(row) <= at);
    return structuredClone(all.sort((a, b) => dueOf(a) - dueOf(b)).slice(0, limit));
  }

  #send(journey: string, { entry, at, messages, dispatches }: MandateLetters): void {
    const { messages: sent, dispatches: asked } = this.#tables;
    for (const [item, { quiet: _, ...message }] of structuredClone(messages).entries()) {
      const number = messageNumber(entry, item);
      sent.set(dispatchId(journey, -number), { ...message, journey, number, at, status: 'sent' });
    }
    for (const dispatch of structuredClone(dispatches)) {
      const id = dispatchId(journey, dispatch.seq);
      asked.set(id, { ...dispatch, id, journey, status: 'pending', attempt: 0, createdAt: at });
    }
  }
}
