import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import type { Clock } from '#runtime';
import type { Caller } from './caller.js';
import { isCallerRole } from './caller.js';
import { TokenError } from './token-error.js';
import { translateTokenFault } from './token-fault.js';

/** The issuer whose tokens are believed, and nobody else's. */
export interface TrustedIssuer {
  /** Must equal the token's `iss` to the letter. */
  readonly issuer: string;
  /** Must be among the token's `aud`: tokens for others are not for us (RFC 8725, section 3.9). */
  readonly audience: string;
  /** Where the issuer publishes its keys (RFC 7517), or the keys themselves. */
  readonly keys: URL | JSONWebKeySet;
  /** Seconds by which clocks may differ. */
  readonly clockTolerance?: number;
}

// Pinned, so that a token never chooses how it is verified (RFC 8725, section 3.1). Asymmetric ones only.
const ALGORITHMS = ['ES256', 'RS256'];

const PERSON_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Verifies bearer tokens (JWT, RFC 7519) and says who is calling. */
export class TokenVerifier {
  readonly #keys: JWTVerifyGetKey;

  constructor(
    private readonly trusted: TrustedIssuer,
    private readonly clock: Clock,
  ) {
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
    const person = payload.sub;
    if (!person || !PERSON_ID.test(person) || payload.exp === undefined) {
      throw new TokenError(
        'incomplete-token',
        'The token names no person: it needs the claims "sub", a person id (UUID), and "exp".',
      );
    }
    const roles = Array.isArray(payload['roles']) ? payload['roles'].filter(isCallerRole) : [];
    return { person, roles, expires: payload.exp * 1000 };
  }

  async #payload(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: ALGORITHMS,
        issuer: this.trusted.issuer,
        audience: this.trusted.audience,
        clockTolerance: this.trusted.clockTolerance ?? 5,
        currentDate: new Date(this.clock.now()),
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch (cause) {
      throw translateTokenFault(cause, this.trusted);
    }
  }
}
