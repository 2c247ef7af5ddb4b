import { type Instant } from '#statechart';

/**
 * Calendar clock (business time): the day and hour that it is for journeys, their timers and due times, terms, retention and
 * authorities. In production it tells wall time; where somebody tries or shows a journey it can be ahead of that, so that a year
 * passes in a moment while no token expires. What is due by it is no delay for a queue, which counts in wall time. Milliseconds
 * since the epoch.
 */
export abstract class CalendarClock {
  /** Keeps the two clocks apart for the compiler; never set. */
  declare readonly tells?: 'calendar time';
  abstract now(): Instant;
}
