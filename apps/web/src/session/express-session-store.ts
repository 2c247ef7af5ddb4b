import session from 'express-session';
import { type BrowserSessionStore, type WallClock } from '#runtime';
import { type Instant, type Json } from '#statechart';

const MINUTE = 60_000;

/** For how long somebody may do nothing before they are signed out, in milliseconds. */
export const IDLE = 30 * MINUTE;
/** How long a form is kept of somebody whose session was over. */
const SIGNING_IN = 20 * MINUTE;

/** *Session store* of express-session over {@link BrowserSessionStore}: it decides how long a session may go unused. */
export class ExpressSessionStore extends session.Store {
  readonly #store: BrowserSessionStore;
  readonly #clock: WallClock;

  constructor(store: BrowserSessionStore, clock: WallClock) {
    super();
    this.#store = store;
    this.#clock = clock;
  }

  get(id: string, callback: (error: unknown, data?: session.SessionData | null) => void): void {
    this.#store.find(id, this.#clock.now()).then(
      found => callback(null, (found ?? null) as session.SessionData | null),
      (error: unknown) => callback(error),
    );
  }

  set(id: string, data: session.SessionData, callback?: (error?: unknown) => void): void {
    const kept = JSON.parse(JSON.stringify(data)) as Json;
    const now = this.#clock.now();
    this.#store
      .save(id, kept, this.#expiry(data), data.visitor?.session, now)
      .then(() => callback?.(), callback);
  }

  override touch(id: string, data: session.SessionData, callback?: () => void): void {
    this.#store.extend(id, this.#expiry(data)).then(() => callback?.(), callback);
  }

  destroy(id: string, callback?: (error?: unknown) => void): void {
    this.#store.remove(id).then(() => callback?.(), callback);
  }

  #expiry({ visitor }: session.SessionData): Instant {
    return visitor ? sessionEnd(visitor.endsAt, this.#clock.now()) : this.#clock.now() + SIGNING_IN;
  }
}

/** When a session ends that is not used from now on. */
export function sessionEnd(endsAt: Instant, now: Instant): Instant {
  return Math.min(endsAt, now + IDLE);
}
