export type TokenErrorCode =
  | 'missing-token'
  | 'malformed-token'
  | 'expired-token'
  | 'session-over'
  | 'early-token'
  | 'forged-token'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'incomplete-token'
  | 'wrong-token'
  | 'weak-sign-in'
  | 'mixed-roles';

/** An invalid token. The message gives the remedy and never repeats the token. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  constructor(
    readonly code: TokenErrorCode,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
