import { type FieldError, type Uncancellable } from '#journey';

export { type FieldError };

/**
 * Error taxonomy. The class says whose matter an error is and what the machinery does next;
 * `code` is a closed union, so that callers compare codes and never messages.
 */

/** Codes of client errors. */
export type RequestErrorCode =
  | 'unknown-definition'
  | 'unknown-version'
  | 'unknown-journey'
  | 'unknown-task'
  | 'unknown-dispatch'
  | 'unknown-disclosure'
  | 'unknown-correction'
  | 'unknown-incident'
  | 'unknown-picture'
  | 'unknown-example'
  | 'unknown-document'
  | 'unknown-mandate'
  | 'unknown-message'
  | 'unknown-offer'
  | 'unknown-authority'
  | 'unknown-event'
  | 'not-offered'
  | 'offer-over'
  | 'contradicts'
  | 'unconfirmed'
  | 'not-your-role'
  | 'not-cancellable'
  | 'not-settleable'
  | 'not-skippable'
  | 'journey-ended'
  | 'journey-held'
  | 'invalid'
  | 'stale'
  | 'key-reused'
  | 'no-mandate'
  | 'not-impartial'
  | 'forbidden';

/** Client error: the caller's matter. Tell the caller; nothing has changed. */
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

/** A journey that cannot be cancelled, with the reason that holds: not at all, not by them, or not any more. */
export class UncancellableError extends RequestError {
  constructor(
    journey: string,
    readonly why: Uncancellable,
  ) {
    super('not-cancellable', `journey ${journey} ${UNCANCELLABLE[why]}`);
  }
}

const UNCANCELLABLE: Readonly<Record<Uncancellable, string>> = {
  never: 'is of a kind that cannot be cancelled',
  notYours: 'cannot be cancelled by this participant',
  tooLate: 'is too far on to be cancelled',
  over: 'has ended',
};

/** Transient error: back off and try again. `retryAfter` is in milliseconds. */
export class RetryableError extends Error {
  override readonly name: string = 'RetryableError';
  readonly retryAfter?: number;
  constructor(message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** Dependency unreachable, too slow or failing: counts for the circuit breaker. */
export class UnreachableError extends RetryableError {
  override readonly name = 'UnreachableError';
}

/** Invariant violation: our matter. Hold what it concerns, alert a person, never loop. */
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
