import { SignJWT } from 'jose';
import { type WallClock } from '#runtime';
import { type CallerRole } from './caller.js';
import { AUTHORITY_CLAIM } from './id-token-verifier.js';
import { type KeyRing } from './key-ring.js';

/** `iss` of our own tokens. They are for our own API; what tells two systems apart is their keys. */
export const OWN_ISSUER = 'urn:overgang';

/** Seconds for which an access token is good. */
export const ACCESS_TOKEN_LIFETIME = 10 * 60;

/** Whom an access token names. */
export interface Bearer {
  readonly person: string;
  readonly role: CallerRole;
  /** Level of assurance of their sign-in. */
  readonly acr: string;
  /** Id of the authority at which a caseworker works. */
  readonly authority?: string;
  readonly session?: string;
}

/** *Token service*: signs access tokens (RFC 9068) of one role each. */
export class AccessTokens {
  readonly #audience: string;
  readonly #ring: KeyRing;
  readonly #clock: WallClock;

  constructor(audience: string, ring: KeyRing, clock: WallClock) {
    this.#audience = audience;
    this.#ring = ring;
    this.#clock = clock;
  }

  /** @param lifetime in seconds */
  async sign(
    { person, role, acr, authority, session }: Bearer,
    lifetime = ACCESS_TOKEN_LIFETIME,
  ): Promise<string> {
    const { id, key } = await this.#ring.signing();
    const now = Math.floor(this.#clock.now() / 1000);
    const claims = {
      roles: [role],
      acr,
      ...(authority !== undefined && { [AUTHORITY_CLAIM]: authority }),
      ...(session !== undefined && { sid: session }),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: id, typ: 'at+jwt' })
      .setIssuer(OWN_ISSUER)
      .setAudience(this.#audience)
      .setSubject(person)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(key);
  }
}
