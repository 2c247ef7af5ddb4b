import { type FlattenedJWSInput, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { type WallClock } from '#runtime';
import { translateTokenFault } from './token-fault.js';

/** What a signed token must be. */
export interface ExpectedToken {
  /** Must equal the token's `iss` to the letter. */
  readonly issuer: string;
  /** Must be among the token's `aud`: tokens for others are not for us (RFC 8725, section 3.9). */
  readonly audience: string | readonly string[];
  /** `typ` of its header; undefined where none is asked for. */
  readonly type?: string;
  readonly claims: readonly string[];
  /** Maximum age in seconds since it was issued, whatever its `exp`. */
  readonly maxAge: number;
}

// Pinned, so that a token never chooses how it is verified (RFC 8725, section 3.1). Asymmetric ones only.
const ALGORITHMS = ['ES256', 'RS256'];
/** Seconds by which clocks may differ. */
const TOLERANCE = 5;
/** A key is found by the header alone, and no token need be kept for that. */
const NO_TOKEN: FlattenedJWSInput = { payload: '', signature: '' };

export interface SignedPayload {
  readonly payload: JWTPayload;
  /** Whether the key that has signed it would still be taken. It never rejects: where nobody can say, it is not. */
  isKeyTrusted(): Promise<boolean>;
}

/**
 * Claims of a signed token (JWT, RFC 7519).
 *
 * Rejects with `TokenError` when it proves nothing, and with `RetryableError` when the keys are out of reach: that is not the caller's fault.
 */
export async function signedPayload(
  token: string,
  keys: JWTVerifyGetKey,
  expected: ExpectedToken,
  clock: WallClock,
): Promise<SignedPayload> {
  try {
    const { payload, protectedHeader, key } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: expected.issuer,
      audience: [expected.audience].flat(),
      clockTolerance: TOLERANCE,
      currentDate: new Date(clock.now()),
      requiredClaims: [...expected.claims],
      maxTokenAge: expected.maxAge,
      ...(expected.type !== undefined && { typ: expected.type }),
    });
    const isKeyTrusted = async (): Promise<boolean> => {
      try {
        return (await keys(protectedHeader, NO_TOKEN)) === key;
      } catch {
        return false;
      }
    };
    return { payload: { ...payload, typ: protectedHeader.typ }, isKeyTrusted };
  } catch (cause) {
    throw translateTokenFault(cause, expected);
  }
}
