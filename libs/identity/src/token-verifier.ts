import { createHash } from 'node:crypto';
import { type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { type WallClock } from '#runtime';
import { isUuid } from '#schema';
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

/** Tokens that are remembered: of more people at once, some are proven again. */
const MOST_PROVEN = 10_000;

/** Whom a token was found to name. */
interface Proven {
  readonly caller: Caller;
  readonly isKeyTrusted: () => Promise<boolean>;
}

/**
 * Verifier of access tokens (JWT, RFC 9068).
 *
 * What a token says never changes, so it is proven once and remembered by its SHA-256, for a client sends the same one many times. What may
 * change is asked at each request: whether it has expired, whether its key is still trusted, and whether its session was ended, as it is when
 * somebody signs out or is erased. A token that was refused is not remembered.
 */
export class TokenVerifier {
  readonly #trusted: TrustedIssuer;
  readonly #clock: WallClock;
  readonly #keys: JWTVerifyGetKey;
  readonly #maxAge: number;
  readonly #assurance: readonly string[];
  readonly #proven = new LRUCache<string, Proven>({ max: MOST_PROVEN });

  constructor(trusted: TrustedIssuer, clock: WallClock) {
    this.#trusted = trusted;
    this.#clock = clock;
    this.#maxAge = trusted.maxAge ?? HOUR;
    this.#assurance = trusted.assurance ?? STRONG_ENOUGH;
    this.#keys = keyGetter(trusted.keys);
  }

  /** Rejects as {@link signedPayload} does, and with what the store of sessions rejects with. */
  async verify(token: string): Promise<Caller> {
    const digest = createHash('sha256').update(token).digest('base64');
    let proven = this.#proven.get(digest);
    if (!proven || proven.caller.expires <= this.#clock.now() || !(await proven.isKeyTrusted())) {
      this.#proven.delete(digest);
      proven = await this.#prove(token);
      this.#proven.set(digest, proven);
    }
    const { caller } = proven;
    if (caller.session !== undefined && (await this.#trusted.ended?.includes(caller.session))) {
      throw sessionOver();
    }
    return caller;
  }

  async #prove(token: string): Promise<Proven> {
    const { issuer, audience } = this.#trusted;
    const expected = {
      issuer,
      audience,
      // An ID token or a logout token is no access token (RFC 9068, section 4).
      type: 'at+jwt',
      claims: ['sub', 'exp', 'iat'],
      maxAge: this.#maxAge,
    };
    const { payload, isKeyTrusted } = await signedPayload(token, this.#keys, expected, this.#clock);
    const { sub: person, exp, iat, sid: session } = payload;
    if (typeof person !== 'string' || !isUuid(person) || exp === undefined || iat === undefined) {
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
    const expires = Math.min(exp, iat + this.#maxAge) * 1000;
    const caller: Caller = {
      person,
      ...(role !== undefined && { role }),
      ...(typeof authority === 'string' && { authority }),
      ...(typeof session === 'string' && { session }),
      expires,
    };
    return { caller, isKeyTrusted };
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
