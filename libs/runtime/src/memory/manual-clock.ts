import { type Instant } from '#statechart';
import { type CalendarClock, type WallClock } from '../ports.js';

/** A clock that stands still until it is moved; for either time, or for both. */
export class ManualClock implements Pick<CalendarClock & WallClock, 'now'> {
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
