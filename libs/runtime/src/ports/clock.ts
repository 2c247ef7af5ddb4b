import { type Instant } from '#statechart';

/** The one source of time. Milliseconds since the epoch. */
export abstract class Clock {
  abstract now(): Instant;
}
