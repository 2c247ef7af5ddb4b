/**
 * The classes of failure. The class says whose matter it is and what the machinery does next;
 * `code` is a closed union, so that callers compare codes and never messages.
 */

/** What a caller can have got wrong. */
export type RequestErrorCode =
  | 'unknown-definition'
  | 'unknown-version'
  | 'unknown-journey'
  | 'unknown-task'
  | 'unknown-dispatch'
  | 'unknown-authority'
  | 'unknown-event'
  | 'not-offered'
  | 'not-your-role'
  | 'not-cancellable'
  | 'not-settleable'
  | 'not-skippable'
  | 'journey-ended'
  | 'journey-held'
  | 'invalid'
  | 'stale'
  | 'key-reused'
  | 'forbidden';

/** One field of the caller's data that does not fit. `path` is a JSON Pointer (RFC 6901). */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The caller's matter: tell the caller; nothing has changed. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly code: RequestErrorCode,
    message: string,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

/** Nobody's matter, it will pass: back off and try again. `retryAfter` is in milliseconds. */
export class RetryableError extends Error {
  override readonly name: string = 'RetryableError';
  readonly retryAfter?: number;
  constructor(message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** What was asked could not be reached, took too long or failed: if others find the same, it is down. */
export class UnreachableError extends RetryableError {
  override readonly name = 'UnreachableError';
}

/** Ours: something that must not happen has happened. Hold what it concerns, alert a person, never loop. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
  constructor(
    readonly code: string,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
