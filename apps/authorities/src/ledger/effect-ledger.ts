import { type JsonObject } from '#statechart';
import { type CallbackStatus, type LedgerEntry, type LedgerRecord } from './ledger-entry.js';
import { type LedgerFile, type LedgerLine } from './ledger-file.js';

/** Which entries to show; each field narrows. */
export interface LedgerFilter {
  readonly key?: string | undefined;
  /** Start of the key: the journey, whose dispatches share it. */
  readonly journey?: string | undefined;
  readonly service?: string | undefined;
}

const DEFAULT_CAPACITY = 200_000;

/**
 * What one authority did, for which idempotency key, in order. It also is the authority's memory of its replies. The
 * oldest entries are forgotten past the capacity.
 */
export class EffectLedger {
  readonly #records = new Map<string, LedgerRecord>();
  /** Keys that were undone, also those that never came. */
  readonly #undone = new Set<string>();
  #entries: LedgerEntry[] = [];
  #seq = 0;
  readonly #file: LedgerFile | undefined;
  readonly #capacity: number;

  constructor(
    readonly authority: string,
    file?: LedgerFile,
    capacity = DEFAULT_CAPACITY,
  ) {
    this.#file = file;
    this.#capacity = capacity;
  }

  find(key: string): LedgerRecord | undefined {
    return this.#records.get(key);
  }

  isUndone(key: string): boolean {
    return this.#undone.has(key);
  }

  /** Keeps what was decided on a new key. */
  record(
    entry: Omit<LedgerEntry, 'seq' | 'authority' | 'received'>,
    input: JsonObject,
    reply: LedgerRecord['reply'],
  ): LedgerRecord {
    const record: LedgerRecord = {
      entry: { seq: ++this.#seq, authority: this.authority, received: 1, ...entry },
      input,
      reply,
    };
    this.#file?.append({ record });
    this.#keep(record);
    return record;
  }

  /** Notes that a key came again. */
  duplicate(of: LedgerRecord, at: string): void {
    const { authority, service, key, digest, fields, categories, received } = of.entry;
    const duplicate: LedgerEntry = {
      seq: ++this.#seq,
      at,
      authority,
      service,
      key,
      kind: 'duplicate',
      digest,
      fields,
      categories,
      received: received + 1,
    };
    this.#file?.append({ duplicate });
    this.#keepDuplicate(duplicate);
  }

  /** Notes where the callback for a key stands. */
  callback(key: string, status: CallbackStatus): void {
    this.#file?.append({ callback: { authority: this.authority, key, status } });
    this.#change(key, { callback: status });
  }

  /** Oldest first. */
  entries(filter: LedgerFilter = {}): readonly LedgerEntry[] {
    const { key, journey, service } = filter;
    return this.#entries
      .map(entry => (entry.kind === 'duplicate' ? entry : (this.#records.get(entry.key)?.entry ?? entry)))
      .filter(
        entry =>
          (key === undefined || entry.key === key) &&
          (journey === undefined || entry.key.startsWith(journey)) &&
          (service === undefined || entry.service === service),
      );
  }

  /** Records with a callback that nobody has acknowledged. */
  awaitingCallback(): readonly LedgerRecord[] {
    return [...this.#records.values()].filter(
      ({ entry }) => entry.callback === 'due' || entry.callback === 'held',
    );
  }

  /** The requests for a service whose effect still stands. */
  standing(service: string): readonly JsonObject[] {
    return [...this.#records.values()]
      .filter(
        ({ entry }) => entry.service === service && entry.kind === 'effect' && !this.#undone.has(entry.key),
      )
      .map(({ input }) => input);
  }

  /** Takes over what a file holds of this authority. */
  restore(lines: readonly LedgerLine[]): void {
    for (const line of lines) {
      if ('record' in line && line.record.entry.authority === this.authority) this.#keep(line.record);
      else if ('duplicate' in line && line.duplicate.authority === this.authority) {
        this.#keepDuplicate(line.duplicate);
      } else if ('callback' in line && line.callback.authority === this.authority) {
        this.#change(line.callback.key, { callback: line.callback.status });
      }
    }
  }

  #keep(record: LedgerRecord): void {
    const { entry } = record;
    this.#records.set(entry.key, record);
    if (entry.kind === 'compensation' && entry.undoes !== undefined) this.#undone.add(entry.undoes);
    this.#push(entry);
  }

  #keepDuplicate(duplicate: LedgerEntry): void {
    this.#change(duplicate.key, { received: duplicate.received });
    this.#push(duplicate);
  }

  #push(entry: LedgerEntry): void {
    this.#seq = Math.max(this.#seq, entry.seq);
    this.#entries.push(entry);
    if (this.#entries.length <= this.#capacity) return;
    // In blocks, so that the cost of moving the rest is rare.
    const forgotten = this.#entries.slice(0, Math.ceil(this.#capacity / 10));
    this.#entries = this.#entries.slice(forgotten.length);
    for (const { key, kind } of forgotten) if (kind !== 'duplicate') this.#records.delete(key);
  }

  #change(key: string, change: Partial<LedgerEntry>): void {
    const record = this.#records.get(key);
    if (record) this.#records.set(key, { ...record, entry: { ...record.entry, ...change } });
  }
}
