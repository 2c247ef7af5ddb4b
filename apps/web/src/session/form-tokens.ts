import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { type WallClock } from '#runtime';

const DAY = 86_400_000;
const NAME = 12;
const MAC = 20;
const LENGTH = NAME + MAC;

/**
 * *HMAC-based tokens* against forged requests (OWASP, Cross-Site Request Forgery Prevention): a form is ours for the person whom it was
 * made for, today and tomorrow, whatever became of the session meanwhile. Masked anew in each page, so that compressing it tells nothing
 * (BREACH).
 */
export class FormTokens {
  readonly #keys: readonly KeyObject[];
  readonly #clock: WallClock;

  /** @param keys the one in use first */
  constructor(keys: readonly KeyObject[], clock: WallClock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /** Names a person to whoever made the token, and to nobody else. */
  nameOf(person: string | undefined): string {
    return this.#name(this.#keys[0]!, person).toString('base64url');
  }

  tokenFor(person: string | undefined): string {
    const key = this.#keys[0]!;
    const name = this.#name(key, person);
    const pad = randomBytes(LENGTH);
    const clear = Buffer.concat([name, this.#mac(key, name, this.#today())]);
    return Buffer.concat([pad, masked(clear, pad)]).toString('base64url');
  }

  /** For whom a token was made, as {@link nameOf} names them; undefined for one that is not ours, or is too old. */
  madeFor(token: unknown): string | undefined {
    const bytes = Buffer.from(typeof token === 'string' ? token : '', 'base64url');
    if (bytes.length !== 2 * LENGTH) return undefined;
    const clear = masked(bytes.subarray(LENGTH), bytes.subarray(0, LENGTH));
    const [name, mac] = [clear.subarray(0, NAME), clear.subarray(NAME)];
    const today = this.#today();
    const isOurs = this.#keys.some(key =>
      [today, today - 1].some(day => timingSafeEqual(this.#mac(key, name, day), mac)),
    );
    return isOurs ? name.toString('base64url') : undefined;
  }

  #today(): number {
    return Math.floor(this.#clock.now() / DAY);
  }

  #name(key: KeyObject, person = 'nobody'): Buffer {
    return createHmac('sha256', key).update(`person ${person}`).digest().subarray(0, NAME);
  }

  #mac(key: KeyObject, name: Buffer, day: number): Buffer {
    return createHmac('sha256', key).update(`form ${day} `).update(name).digest().subarray(0, MAC);
  }
}

function masked(bytes: Buffer, pad: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ pad[index]!));
}
