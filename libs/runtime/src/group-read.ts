import { RetryableError } from './errors.js';
import { type GroupOptions } from './group-commit.js';

interface Waiting<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Data loader: look-ups that come at the same time share one query, as {@link GroupCommit} lets changes share a transaction.
 * Keys wait only while every lane is busy. A read begins after its keys were asked for, never before.
 */
export class GroupRead<Key, Value> {
  readonly #read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;
  readonly #lanes: number;
  readonly #batch: number;
  readonly #capacity: number;
  #waiting: Waiting<Key, Value>[] = [];
  #busy = 0;
  #starting = false;

  /** @param read what it finds, by key; what it does not find is left out */
  constructor(read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>, options: GroupOptions = {}) {
    this.#read = read;
    this.#lanes = options.lanes ?? 2;
    this.#batch = options.batch ?? 128;
    this.#capacity = options.capacity ?? 10_000;
  }

  /** @throws RetryableError when too many wait already, or whatever the read throws, to each who waited for it */
  get(key: Key): Promise<Value | undefined> {
    if (this.#waiting.length >= this.#capacity) {
      return Promise.reject(
        new RetryableError(`${this.#capacity} look-ups wait; try again in a moment`, { retryAfter: 1_000 }),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      if (this.#starting || this.#busy === this.#lanes) return;
      this.#starting = true;
      // What is asked for in the same turn goes along.
      queueMicrotask(() => {
        this.#starting = false;
        this.#fillLanes();
      });
    });
  }

  #fillLanes(): void {
    while (this.#busy < this.#lanes && this.#waiting.length > 0) {
      void this.#readGroup(this.#waiting.splice(0, this.#batch));
    }
  }

  async #readGroup(group: readonly Waiting<Key, Value>[]): Promise<void> {
    this.#busy += 1;
    try {
      const found = await this.#read([...new Set(group.map(({ key }) => key))]);
      for (const { key, resolve } of group) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.#busy -= 1;
      this.#fillLanes();
    }
  }
}
