import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { type WallClock } from '#runtime';
import { type Caller, type CallerRole, isCallerRole } from './caller.js';
import { TokenError } from './token-error.js';
import { translateTokenFault } from './token-fault.js';

/** The one trusted issuer. */
export interface TrustedIssuer {
  /** Must equal the token's `iss` to the letter. */
  readonly issuer: string;
  /** Must be among the token's `aud`: tokens for others are not for us (RFC 8725, section 3.9). */
  readonly audience: string;
  /** Where the issuer publishes its keys (RFC 7517), or the keys themselves. */
  readonly keys: URL | JSONWebKeySet;
  /** Seconds by which clocks may differ. */
  readonly clockTolerance?: number;
  /** Maximum age of a token in seconds, whatever its `exp`. An hour unless given. */
  readonly maxAge?: number;
  /** Accepted values of `acr`: NSIS Substantial and High unless given. */
  readonly assurance?: readonly string[];
}

/** Level of assurance as a broker of MitID writes it (NSIS 2.0; OpenID Connect Core, section 2, `acr`). */
export const NSIS = {
  substantial: 'https://data.gov.dk/concept/core/nsis/Substantial',
  high: 'https://data.gov.dk/concept/core/nsis/High',
} as const;

const HOUR = 3_600;

// Pinned, so that a token never chooses how it is verified (RFC 8725, section 3.1). Asymmetric ones only.
const ALGORITHMS = ['ES256', 'RS256'];

const PERSON_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Verifier of access tokens (JWT, RFC 7519). */
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
    this.#assurance = trusted.assurance ?? Object.values(NSIS);
    this.#keys =
      trusted.keys instanceof URL
        ? createRemoteJWKSet(trusted.keys, { timeoutDuration: 3_000 })
        : createLocalJWKSet(trusted.keys);
  }

  /**
   * Rejects with `TokenError` when the token proves nothing, and with `RetryableError` when the issuer's keys cannot be
   * fetched: that is not the caller's fault.
   */
  async verify(token: string): Promise<Caller> {
    const payload = await this.#payload(token);
    const { sub: person, exp, iat } = payload;
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
    const level = payload['acr'];
    if (typeof level !== 'string' || !this.#assurance.includes(level)) {
      throw new TokenError(
        'weak-sign-in',
        `The sign-in is not strong enough; sign in with one of these levels ("acr"): ${this.#assurance.join(', ')}.`,
      );
    }
    const role = roleOf(payload['roles']);
    const expires = Math.min(exp, iat + this.#maxAge) * 1000;
    return { person, ...(role !== undefined && { role }), expires };
  }

  async #payload(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: ALGORITHMS,
        issuer: this.#trusted.issuer,
        audience: this.#trusted.audience,
        clockTolerance: this.#trusted.clockTolerance ?? 5,
        currentDate: new Date(this.#clock.now()),
        requiredClaims: ['sub', 'exp', 'iat'],
        // An ID token or a logout token of the same issuer is no access token (RFC 9068, section 4).
        typ: 'at+jwt',
        maxTokenAge: this.#maxAge,
      });
      return payload;
    } catch (cause) {
      throw translateTokenFault(cause, this.#trusted);
    }
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
