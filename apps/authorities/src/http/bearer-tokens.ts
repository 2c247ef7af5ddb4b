import { timingSafeEqual } from 'node:crypto';
import { bearerToken } from '#authorities';

/** Who may call an authority: whoever shows the token that comes from the secret shared with it. */
export class BearerTokens {
  constructor(private readonly secret: (authority: string) => string) {}

  admit(authority: string, authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    const expected = Buffer.from(`Bearer ${bearerToken(this.secret(authority))}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
