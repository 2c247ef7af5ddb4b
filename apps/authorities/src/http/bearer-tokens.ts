import { deriveBearerToken } from '#authorities';
import { sameSecret } from '#runtime';

/** Bearer authentication: an authority admits callers with the token derived from the secret shared with it. */
export class BearerTokens {
  readonly #expected = new Map<string, string>();

  admit(secret: string, authorization: string | undefined): boolean {
    return authorization !== undefined && sameSecret(authorization, this.#expectedFor(secret));
  }

  #expectedFor(secret: string): string {
    let expected = this.#expected.get(secret);
    if (expected === undefined) {
      expected = `Bearer ${deriveBearerToken(secret)}`;
      this.#expected.set(secret, expected);
    }
    return expected;
  }
}
