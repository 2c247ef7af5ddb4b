import { errors } from 'jose';
import { RetryableError } from '#runtime';
import { TokenError } from './token-error.js';

/** Maps errors of `jose` to ours, each with its remedy. */
export function translateTokenFault(
  cause: unknown,
  expected: { readonly issuer: string; readonly audience: string | readonly string[] },
): TokenError | RetryableError {
  const token = (code: TokenError['code'], message: string): TokenError =>
    new TokenError(code, message, { cause });
  if (cause instanceof errors.JWTExpired) {
    return token('expired-token', 'The token has expired; get a new one from the issuer.');
  }
  if (cause instanceof errors.JWTClaimValidationFailed) {
    switch (cause.claim) {
      case 'aud':
        return token(
          'wrong-audience',
          `The token is not meant for "${[expected.audience].flat().join('", "')}"; ask the issuer for one that is.`,
        );
      case 'iss':
        return token('wrong-issuer', `The token does not come from "${expected.issuer}"; sign in there.`);
      case 'typ':
        return token(
          'wrong-token',
          'The token is not an access token ("typ" must be "at+jwt"); send the one for this API.',
        );
      case 'nbf':
      case 'iat':
        return token('early-token', 'The token is not valid yet; check the clocks or wait.');
      default:
        return token(
          'incomplete-token',
          `The token lacks a sound claim "${cause.claim}", which is required.`,
        );
    }
  }
  if (
    cause instanceof errors.JWSSignatureVerificationFailed ||
    cause instanceof errors.JWKSNoMatchingKey ||
    cause instanceof errors.JWKSMultipleMatchingKeys ||
    cause instanceof errors.JOSEAlgNotAllowed ||
    cause instanceof errors.JOSENotSupported
  ) {
    return token(
      'forged-token',
      'The token is not signed by the issuer with a key and algorithm that are accepted.',
    );
  }
  if (cause instanceof errors.JWSInvalid || cause instanceof errors.JWTInvalid) {
    return token(
      'malformed-token',
      'What was sent is not a signed JWT; send the token from the issuer unchanged.',
    );
  }
  return new RetryableError('The keys of the token issuer cannot be fetched at the moment.', { cause });
}
