import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type WallClock } from '#runtime';

/** Token for the {@link Pseudonyms} of this system. */
export const PSEUDONYMS = Symbol('pseudonyms');

const DAY_MS = 86_400_000;
const LENGTH = 16;

/**
 * Pseudonyms by keyed hash (HMAC-SHA256): they tell that two requests came from the same, not from whom.
 *
 * Each day (UTC) has a key of its own, so that nobody is followed from one day to the next. Every process gives the same
 * pseudonym on the same day.
 */
export class Pseudonyms {
  #day = Number.NaN;
  #dayKey: KeyObject | undefined;
  readonly #key: KeyObject;
  readonly #clock: WallClock;

  /** @param key derived for this purpose alone */
  constructor(key: KeyObject, clock: WallClock) {
    this.#key = key;
    this.#clock = clock;
  }

  /** 16 characters of base64url (96 bits). An address and a person never share one. */
  of(kind: 'address' | 'person', value: string): string {
    const hash = createHmac('sha256', this.#keyOfToday()).update(`${kind}\n${value}`);
    return hash.digest('base64url').slice(0, LENGTH);
  }

  #keyOfToday(): KeyObject {
    const day = Math.floor(this.#clock.now() / DAY_MS);
    if (!this.#dayKey || day !== this.#day) {
      this.#day = day;
      this.#dayKey = createSecretKey(createHmac('sha256', this.#key).update(`day ${day}`).digest());
    }
    return this.#dayKey;
  }
}
