import { randomUUID } from 'node:crypto';
import { type Instant } from '#statechart';
import { type CalendarFeedStore } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** Addresses of calendars in memory, for tests. */
export class MemoryCalendarFeedStore implements CalendarFeedStore {
  readonly #feeds: MemoryTables['calendarFeeds'];

  constructor({ calendarFeeds }: MemoryTables) {
    this.#feeds = calendarFeeds;
  }

  async make(person: string, now: Instant): Promise<string> {
    const secret = randomUUID();
    this.#feeds.set(person, { secret, since: now });
    return secret;
  }

  async since(person: string): Promise<Instant | undefined> {
    return this.#feeds.get(person)?.since;
  }

  async personOf(secret: string): Promise<string | undefined> {
    return [...this.#feeds].find(([, feed]) => feed.secret === secret)?.[0];
  }

  async withdraw(person: string): Promise<boolean> {
    return this.#feeds.delete(person);
  }
}
