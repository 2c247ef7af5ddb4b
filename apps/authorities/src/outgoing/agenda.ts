import { type CalendarClock } from '#runtime';
import { type Instant } from '#statechart';

interface Item {
  readonly at: Instant;
  readonly act: () => void;
  timer?: NodeJS.Timeout;
}

/** Longest delay that a timer of Node takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1;
/** Milliseconds until it is looked at again whether an instant has come that calendar time did not reach at this pace. */
const AGAIN = 50;

/**
 * Event list: what is to be done at instants of calendar time. An item comes by itself once calendar time has got there at the pace
 * of wall time; whoever moves calendar time ahead takes one after the other.
 */
export class Agenda {
  readonly #clock: CalendarClock;
  readonly #items = new Set<Item>();

  constructor(clock: CalendarClock) {
    this.#clock = clock;
  }

  add(at: Instant, act: () => void): void {
    const item = { at, act };
    this.#items.add(item);
    this.#arm(item, at - this.#clock.now());
  }

  next(): Instant | undefined {
    return this.#first()?.at;
  }

  /** Does the first that is due. False when none is. */
  takeNext(): boolean {
    const first = this.#first();
    if (!first || first.at > this.#clock.now()) return false;
    this.#take(first);
    return true;
  }

  close(): void {
    for (const { timer } of this.#items) clearTimeout(timer);
    this.#items.clear();
  }

  /** Of several at one instant, the one that was added first. */
  #first(): Item | undefined {
    let first: Item | undefined;
    for (const item of this.#items) if (!first || item.at < first.at) first = item;
    return first;
  }

  #take(item: Item): void {
    clearTimeout(item.timer);
    this.#items.delete(item);
    item.act();
  }

  #arm(item: Item, delay: number): void {
    item.timer = setTimeout(
      () => {
        const left = item.at - this.#clock.now();
        if (left <= 0) this.#take(item);
        else this.#arm(item, Math.max(left, AGAIN));
      },
      Math.min(delay, LONGEST),
    );
  }
}
