import { timingSafeEqual } from 'node:crypto';
import { bearerToken } from '#authorities';

/** Who may call an authority: whoever shows the token that comes from the secret shared with it. */
export class BearerTokens {
  readonly #secret: (authority: string) => string;

  constructor(secret: (authority: string) => string) {
    this.#secret = secret;
  }

  admit(authority: string, authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    const expected = Buffer.from(`Bearer ${bearerToken(this.#secret(authority))}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
