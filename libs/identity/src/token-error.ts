export type TokenErrorCode =
  | 'missing-token'
  | 'malformed-token'
  | 'expired-token'
  | 'early-token'
  | 'forged-token'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'incomplete-token'
  | 'wrong-token'
  | 'weak-sign-in'
  | 'mixed-roles';

/** A token that proves nothing. The message says what to do about it and never repeats the token. */
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
