import { deriveBearerToken } from '#authorities';
import { sameSecret } from '#runtime';

/** Bearer authentication: an authority admits callers with the token derived from the secret shared with it. */
export class BearerTokens {
  readonly #secret: (authority: string) => string;
  readonly #expected = new Map<string, string>();

  constructor(secret: (authority: string) => string) {
    this.#secret = secret;
  }

  admit(authority: string, authorization: string | undefined): boolean {
    return authorization !== undefined && sameSecret(authorization, this.#expectedOf(authority));
  }

  #expectedOf(authority: string): string {
    let expected = this.#expected.get(authority);
    if (expected === undefined) {
      expected = `Bearer ${deriveBearerToken(this.#secret(authority))}`;
      this.#expected.set(authority, expected);
    }
    return expected;
  }
}
