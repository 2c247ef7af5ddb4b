import { type Instant } from '#statechart';

/** Clock: the one source of time. Milliseconds since the epoch. */
export abstract class Clock {
  abstract now(): Instant;
}

/** The time of this machine. */
export const systemClock: Clock = { now: () => Date.now() };
