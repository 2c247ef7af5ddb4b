import { type SessionNews, type SessionStore, type WallClock } from '#runtime';
import { type Instant } from '#statechart';
import { ACCESS_TOKEN_LIFETIME } from './access-tokens.js';
import { TokenError } from './token-error.js';

const MINUTE = 60_000;
/** For how long it is remembered that a session was ended, in milliseconds: longer than a token of it is believed. */
const REMEMBERED = ACCESS_TOKEN_LIFETIME * 1_000 + MINUTE;
/** How old what is known may be, in milliseconds, should a word of it be lost. */
const KNOWN_FOR = MINUTE;

/**
 * *Token revocation*: ends sessions, and knows those that were ended while a token of theirs might still be good. Every process hears of
 * each at once and reads them once a minute, so that a request costs no more than a look into memory.
 */
export class EndedSessions {
  readonly #sessions: SessionStore;
  readonly #news: SessionNews;
  readonly #clock: WallClock;
  /** Until when they are remembered. */
  readonly #ended = new Map<string, Instant>();
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(sessions: SessionStore, news: SessionNews, clock: WallClock) {
    this.#sessions = sessions;
    this.#news = news;
    this.#clock = clock;
  }

  /** From now on it is heard what other processes end. */
  async listen(): Promise<void> {
    await this.#news.listen(ended => {
      if (ended === 'all') this.#readAt = -Infinity;
      else this.#remember(ended);
    });
  }

  /** Whether a session was ended lately. Rejects with what the store rejects with. */
  async includes(session: string): Promise<boolean> {
    if (this.#clock.now() - this.#readAt >= KNOWN_FOR) {
      this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    }
    await this.#reading;
    return this.#ended.has(session);
  }

  /**
   * Ends a session, and with it all that came of the same sign-in.
   *
   * @returns false when the person has none of this id that is open
   */
  async end(person: string, session: string): Promise<boolean> {
    return this.#tell(await this.#sessions.end(person, session, this.#clock.now())) > 0;
  }

  /** Ends all that came of one sign-in. */
  async endSignIn(signIn: string): Promise<void> {
    this.#tell(await this.#sessions.endSignIn(signIn, this.#clock.now()));
  }

  /** Ends all of a person's. @returns how many */
  async endAll(person: string): Promise<number> {
    return this.#tell(await this.#sessions.endAll(person, this.#clock.now()));
  }

  /** Ends everybody's. @returns how many */
  async endEverybodys(): Promise<number> {
    return this.#tell(await this.#sessions.endEverybodys(this.#clock.now()));
  }

  #tell(ended: readonly string[]): number {
    this.#remember(ended);
    this.#news.tell(ended);
    return ended.length;
  }

  #remember(ended: readonly string[]): void {
    const until = this.#clock.now() + REMEMBERED;
    for (const session of ended) this.#ended.set(session, until);
  }

  async #read(): Promise<void> {
    const now = this.#clock.now();
    // What is missed while it reads is read the next time.
    this.#readAt = now;
    try {
      this.#remember(await this.#sessions.endedSince(now - REMEMBERED));
    } catch (error) {
      this.#readAt = -Infinity;
      throw error;
    }
    for (const [session, until] of this.#ended) if (until <= now) this.#ended.delete(session);
  }
}

export function sessionOver(): TokenError {
  return new TokenError('session-over', 'The session that gave the token was ended; sign in again.');
}
