import { type JWTVerifyGetKey } from 'jose';
import { type WallClock } from '#runtime';
import { cprNumber, isObject } from '#schema';
import { type CallerRole, isCallerRole } from './caller.js';
import { keyGetter, type Keys } from './key-source.js';
import { requireStrength, STRONG_ENOUGH } from './nsis.js';
import { signedPayload } from './signed-payload.js';
import { TokenError } from './token-error.js';

/** The OpenID provider that signs people in: MitID, through a broker. */
export interface SignInIssuer {
  readonly issuer: string;
  readonly keys: Keys;
  /** Accepted values of `acr`: NSIS Substantial and High unless given. */
  readonly assurance?: readonly string[] | undefined;
}

/** Who has signed in, by their ID token. */
export interface SignedInPerson {
  readonly cpr: string;
  /** In which roles they may act. */
  readonly roles: readonly CallerRole[];
  readonly acr: string;
  /** Id of the authority for which they have signed in. */
  readonly authority?: string;
  /** The issuer's own session (`sid`): what came of one sign-in ends together. */
  readonly signIn?: string;
}

/** Claims beside those of OpenID Connect, as the public sector names them. */
export const CPR_CLAIM = 'https://data.gov.dk/model/core/eid/cprNumber';
export const ROLES_CLAIM = 'roles';
/** Id of the authority at which somebody works who has signed in for it (MitID Erhverv). */
export const AUTHORITY_CLAIM = 'authority';

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

/** Seconds: it is exchanged at once, and for nothing else. */
const MAX_AGE = 5 * 60;

/** Verifier of ID tokens (OpenID Connect Core, section 3.1.3.7). The nonce is compared by the face that asked for it; here it must be there. */
export class IdTokenVerifier {
  readonly #issuer: SignInIssuer;
  readonly #clock: WallClock;
  readonly #keys: JWTVerifyGetKey;

  constructor(issuer: SignInIssuer, clock: WallClock) {
    this.#issuer = issuer;
    this.#clock = clock;
    this.#keys = keyGetter(issuer.keys);
  }

  /**
   * Rejects as {@link signedPayload} does.
   *
   * @param face its audience: the face that signed the person in, and no other
   */
  async verify(token: string, face: string): Promise<SignedInPerson> {
    const expected = {
      issuer: this.#issuer.issuer,
      audience: face,
      claims: ['sub', 'exp', 'iat', 'nonce'],
      maxAge: MAX_AGE,
    };
    const { payload } = await signedPayload(token, this.#keys, expected, this.#clock);
    const { typ, azp, sid, acr, [CPR_CLAIM]: number, [ROLES_CLAIM]: roles } = payload;
    const { [AUTHORITY_CLAIM]: authority } = payload;
    if ((typ !== undefined && typ !== 'JWT') || (azp !== undefined && azp !== face)) {
      throw new TokenError('wrong-token', 'The token is no ID token that was issued to this face.');
    }
    requireStrength(acr, this.#issuer.assurance ?? STRONG_ENOUGH);
    const cpr = typeof number === 'string' ? cprNumber(number) : undefined;
    if (cpr === undefined) {
      throw new TokenError(
        'incomplete-token',
        `The ID token names no person: it needs the claim "${CPR_CLAIM}".`,
      );
    }
    return {
      cpr,
      roles: Array.isArray(roles) ? roles.filter(isCallerRole) : ['citizen'],
      acr,
      ...(typeof authority === 'string' && { authority }),
      ...(typeof sid === 'string' && { signIn: sid }),
    };
  }

  /**
   * The sign-in that a logout token says is over (OpenID Connect Back-Channel Logout, section 2.6). Rejects as {@link signedPayload} does.
   *
   * @param faces to which the issuer may say so
   */
  async endedSignIn(token: string, faces: readonly string[]): Promise<string> {
    const expected = {
      issuer: this.#issuer.issuer,
      audience: faces,
      type: 'logout+jwt',
      claims: ['iat', 'jti', 'sid', 'events'],
      maxAge: MAX_AGE,
    };
    const { payload } = await signedPayload(token, this.#keys, expected, this.#clock);
    const { sid, events, nonce } = payload;
    if (typeof sid !== 'string' || nonce !== undefined || !isObject(events) || !(LOGOUT in events)) {
      throw new TokenError('wrong-token', 'The token does not say which sign-in is over.');
    }
    return sid;
  }
}
