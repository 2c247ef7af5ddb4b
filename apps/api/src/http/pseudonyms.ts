import { createHmac } from 'node:crypto';
import { type Clock } from '#runtime';

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
  #dayKey = Buffer.alloc(0);
  readonly #key: Buffer;
  readonly #clock: Clock;

  /** @param key secret, 32 bytes, derived for this purpose alone */
  constructor(key: Buffer, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  /** 16 characters of base64url (96 bits). An address and a person never share one. */
  of(kind: 'address' | 'person', value: string): string {
    const hash = createHmac('sha256', this.#keyOfToday()).update(`${kind}\n${value}`);
    return hash.digest('base64url').slice(0, LENGTH);
  }

  #keyOfToday(): Buffer {
    const day = Math.floor(this.#clock.now() / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#dayKey = createHmac('sha256', this.#key).update(`day ${day}`).digest();
    }
    return this.#dayKey;
  }
}
