import { type Instant } from '#statechart';

/**
 * *Capability URL*: the secret part of the private address of a person's calendar, which whoever knows it may read. Rules: a person has one at
 * most; `make` gives one that cannot be guessed, and of which only a digest is kept, and ends the one before it; `personOf` knows none
 * that was replaced or withdrawn. Times are wall time.
 */
export abstract class CalendarFeedStore {
  abstract make(person: string, now: Instant): Promise<string>;
  /** Since when the person has one. */
  abstract since(person: string): Promise<Instant | undefined>;
  abstract personOf(secret: string): Promise<string | undefined>;
  /** Resolves to whether there was one. */
  abstract withdraw(person: string): Promise<boolean>;
}
