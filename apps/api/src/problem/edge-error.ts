import { type FieldError } from '#runtime';

/** What can be wrong with a request before any use case is asked. */
export type EdgeErrorCode =
  | 'no-such-route'
  | 'method-not-allowed'
  | 'malformed-json'
  | 'malformed-request'
  | 'malformed-header'
  | 'unsupported-media-type'
  | 'too-large'
  | 'too-slow'
  | 'headers-too-large'
  | 'unmet-expectation'
  | 'invalid'
  | 'forbidden'
  | 'grant-refused'
  | 'unknown-face'
  | 'unknown-session'
  | 'unknown-assistance'
  | 'unknown-calendar'
  | 'unknown-signer'
  | 'bad-signature'
  | 'old-signature'
  | 'too-many-requests'
  | 'unavailable';

/** Client error, found at the edge. Headers go out with the problem document. */
export class EdgeError extends Error {
  override readonly name = 'EdgeError';
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: readonly FieldError[];

  constructor(
    readonly code: EdgeErrorCode,
    message: string,
    options: { headers?: Record<string, string>; fields?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.headers = options.headers ?? {};
    this.fields = options.fields ?? [];
  }
}
