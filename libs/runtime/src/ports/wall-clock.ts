import { type Instant } from '#statechart';

/**
 * Wall clock: the time of this machine. It serves what must be so long in seconds, or is a record of what this machine did: tokens,
 * signatures, sessions, limits, back-off, leases and logs. Milliseconds since the epoch.
 */
export abstract class WallClock {
  /** Keeps the two clocks apart for the compiler; never set. */
  declare readonly tells?: 'wall time';
  abstract now(): Instant;
}

/** The time of this machine: wall time everywhere, and calendar time wherever nobody moves it. */
export const systemClock = { now: (): Instant => Date.now() };
