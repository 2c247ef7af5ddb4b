import { type Instant } from '#statechart';
import { type Clock } from '../ports.js';

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #instant: Instant;

  constructor(instant: Instant) {
    this.#instant = instant;
  }

  now(): Instant {
    return this.#instant;
  }

  /** @param milliseconds may be negative: real clocks are set back, too */
  advance(milliseconds: number): void {
    this.#instant += milliseconds;
  }
}
