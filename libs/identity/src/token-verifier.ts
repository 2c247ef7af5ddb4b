import { type JWTVerifyGetKey } from 'jose';
import { type WallClock } from '#runtime';
import { type Caller, type CallerRole, isCallerRole } from './caller.js';
import { type EndedSessions, sessionOver } from './ended-sessions.js';
import { AUTHORITY_CLAIM } from './id-token-verifier.js';
import { keyGetter, type Keys } from './key-source.js';
import { requireStrength, STRONG_ENOUGH } from './nsis.js';
import { signedPayload } from './signed-payload.js';
import { TokenError } from './token-error.js';

/** The one issuer whose access tokens are believed. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: Keys;
  /** Maximum age of a token in seconds, whatever its `exp`. An hour unless given. */
  readonly maxAge?: number | undefined;
  /** Accepted values of `acr`: NSIS Substantial and High unless given. */
  readonly assurance?: readonly string[] | undefined;
  /** Sessions whose tokens are believed no more; none unless given. */
  readonly ended?: Pick<EndedSessions, 'includes'> | undefined;
}

const HOUR = 3_600;

const PERSON_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Verifier of access tokens (JWT, RFC 9068). */
export class TokenVerifier {
  readonly #trusted: TrustedIssuer;
  readonly #clock: WallClock;
  readonly #keys: JWTVerifyGetKey;
  readonly #maxAge: number;
  readonly #assurance: readonly string[];

  constructor(trusted: TrustedIssuer, clock: WallClock) {
    this.#trusted = trusted;
    this.#clock = clock;
    this.#maxAge = trusted.maxAge ?? HOUR;
    this.#assurance = trusted.assurance ?? STRONG_ENOUGH;
    this.#keys = keyGetter(trusted.keys);
  }

  /** Rejects as {@link signedPayload} does, and with what the store of sessions rejects with. */
  async verify(token: string): Promise<Caller> {
    const { issuer, audience } = this.#trusted;
    const expected = {
      issuer,
      audience,
      // An ID token or a logout token is no access token (RFC 9068, section 4).
      type: 'at+jwt',
      claims: ['sub', 'exp', 'iat'],
      maxAge: this.#maxAge,
    };
    const payload = await signedPayload(token, this.#keys, expected, this.#clock);
    const { sub: person, exp, iat, sid: session } = payload;
    if (typeof person !== 'string' || !PERSON_ID.test(person) || exp === undefined || iat === undefined) {
      throw new TokenError(
        'incomplete-token',
        'The token names no person: it needs the claims "sub", a person id (UUID), "exp" and "iat".',
      );
    }
    if (payload['cnf'] !== undefined || payload['act'] !== undefined) {
      throw new TokenError(
        'wrong-token',
        'The token is bound to a key or acts for another ("cnf", "act"), which is not supported; ask for a plain access token.',
      );
    }
    requireStrength(payload['acr'], this.#assurance);
    const role = roleOf(payload['roles']);
    const { [AUTHORITY_CLAIM]: authority } = payload;
    if (role === 'caseworker' && typeof authority !== 'string') {
      throw new TokenError(
        'incomplete-token',
        `The token of a caseworker names no authority: it needs the claim "${AUTHORITY_CLAIM}".`,
      );
    }
    if (typeof session === 'string' && (await this.#trusted.ended?.includes(session))) {
      throw sessionOver();
    }
    const expires = Math.min(exp, iat + this.#maxAge) * 1000;
    return {
      person,
      ...(role !== undefined && { role }),
      ...(typeof authority === 'string' && { authority }),
      ...(typeof session === 'string' && { session }),
      expires,
    };
  }
}

function roleOf(claim: unknown): CallerRole | undefined {
  const roles = new Set(Array.isArray(claim) ? claim.filter(isCallerRole) : []);
  if (roles.size > 1) {
    throw new TokenError(
      'mixed-roles',
      `The token gives the roles ${[...roles].join(' and ')}, which are apart; ask for one with the role you act in.`,
    );
  }
  const [role] = roles;
  return role;
}
