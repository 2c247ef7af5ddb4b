import { type Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Responsibility } from '#journey';
import { type CalendarClock } from '#runtime';

/** What an authority signs with, and shows who it is. */
export interface Credential {
  readonly signer: string;
  readonly secret: string;
}

/**
 * The secrets shared with the simulated authorities. One that has none of its own signs with that of its role; what one was asked that
 * has ended meanwhile, its successor answers.
 */
export class Credentials {
  readonly #catalogue: Catalogue;
  readonly #secretOf: (id: string) => string | undefined;
  readonly #clock: CalendarClock;

  /** @param secretOf the secret of a role, or that of an authority which has one of its own */
  constructor(catalogue: Catalogue, secretOf: (id: string) => string | undefined, clock: CalendarClock) {
    this.#catalogue = catalogue;
    this.#secretOf = secretOf;
    this.#clock = clock;
  }

  /** @param authority the municipality or region that was asked; absent: the role has one authority, or nobody knows which */
  of(asked: Responsibility, authority?: string): Credential {
    const heir = authority && this.#catalogue.directory.heirOf(asked, authority, dateAt(this.#clock.now()));
    const own = heir && this.#secretOf(heir.authority);
    return heir && own
      ? { signer: heir.authority, secret: own }
      : { signer: asked.authority, secret: this.#secretOf(asked.authority) ?? '' };
  }
}
