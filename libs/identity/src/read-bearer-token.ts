import { TokenError } from './token-error.js';

/**
 * Extracts the token of an `Authorization: Bearer …` header (RFC 6750, section 2.1). The scheme is case-insensitive
 * (RFC 9110, section 11.1).
 *
 * @throws TokenError `missing-token` or `malformed-token`
 */
export function readBearerToken(authorization: string | undefined): string {
  if (authorization === undefined || authorization.trim() === '') {
    throw new TokenError('missing-token', 'Send a token in the header "Authorization: Bearer <token>".');
  }
  const match = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization);
  if (!match?.[1]) {
    throw new TokenError(
      'malformed-token',
      'The Authorization header is not of the form "Bearer <token>"; send one token from the issuer, unchanged.',
    );
  }
  return match[1];
}
