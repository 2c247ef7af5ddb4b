import { RetryableError } from '#runtime';

interface Lot<Item> {
  readonly items: Item[];
  readonly sent: Promise<void>;
}

/**
 * Sends what comes at the same time in one lot: items wait only while the lot before them is on its way, so that an idle
 * system sends at once and a busy one in large lots.
 */
export class Lots<Item> {
  readonly #send: (items: readonly Item[]) => Promise<void>;
  readonly #capacity: number;
  #before: Promise<void> = Promise.resolve();
  #next: Lot<Item> | undefined;

  /** @param capacity most items that wait; beyond it they are turned away */
  constructor(send: (items: readonly Item[]) => Promise<void>, capacity = 10_000) {
    this.#send = send;
    this.#capacity = capacity;
  }

  /**
   * Resolves when the lot has been sent.
   *
   * @throws RetryableError when too many wait already, or whatever sending throws
   */
  add(items: readonly Item[]): Promise<void> {
    const lot = (this.#next ??= this.#gather());
    if (lot.items.length + items.length > this.#capacity) {
      return Promise.reject(
        new RetryableError(`${this.#capacity} rings wait to be sent; try again in a moment`),
      );
    }
    lot.items.push(...items);
    return lot.sent;
  }

  #gather(): Lot<Item> {
    const items: Item[] = [];
    const sent = this.#before.then(() => {
      this.#next = undefined;
      return this.#send(items);
    });
    this.#before = sent.catch(() => undefined);
    return { items, sent };
  }
}
