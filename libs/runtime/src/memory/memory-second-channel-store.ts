import { type Instant } from '#statechart';
import {
  CODE_TRIES,
  type SecondChannel,
  type SecondChannelStore,
  type SentCode,
  type SentText,
} from '../ports.js';
import { randomUUID } from 'node:crypto';
import { type MemoryTables } from './memory-tables.js';

/** Second channels of persons, in memory. */
export class MemorySecondChannelStore implements SecondChannelStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async find(person: string): Promise<SecondChannel | undefined> {
    return this.#tables.secondChannels.get(person)?.channel;
  }

  async save(
    person: string,
    { way, address }: Omit<SecondChannel, 'confirmed'>,
    sent: SentCode,
  ): Promise<void> {
    this.#tables.secondChannels.set(person, { channel: { way, address, confirmed: false }, sent, tries: 0 });
  }

  async confirm(person: string, code: string, at: Instant): Promise<boolean> {
    const row = this.#tables.secondChannels.get(person);
    if (!row?.sent || row.tries >= CODE_TRIES || row.sent.until <= at) return false;
    const confirmed = row.sent.code === code;
    const { sent, ...rest } = row;
    const next = { ...rest, channel: { ...row.channel, confirmed }, tries: row.tries + 1 };
    this.#tables.secondChannels.set(person, confirmed ? next : { ...next, sent });
    return confirmed;
  }

  async remove(person: string): Promise<void> {
    this.#tables.secondChannels.delete(person);
  }

  async record(text: SentText): Promise<void> {
    const { delivery } = text;
    const isTold = [...this.#tables.sentTexts.values()].some(
      other =>
        delivery && other.delivery?.journey === delivery.journey && other.delivery.seq === delivery.seq,
    );
    if (!isTold) this.#tables.sentTexts.set(randomUUID(), text);
  }
}
