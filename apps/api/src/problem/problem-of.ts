import { HttpException } from '@nestjs/common';
import { TokenError } from '#identity';
import { DefinitionError, type Diagnostic, type Uncancellable } from '#journey';
import {
  ContradictionError,
  type FieldError,
  RequestError,
  RetryableError,
  UncancellableError,
} from '#runtime';
import { type JsonSchema } from '#schema';
import { TaskOverrun, TaskRefused } from '#threads';
import { EdgeError } from './edge-error.js';
import { type ProblemCode } from './problem-code.js';

/** A field that does not fit, what its form calls it in the caller's language, and how the form asks for it. */
export interface LabelledField extends FieldError {
  readonly label?: string;
  readonly schema?: JsonSchema;
}

/** What went wrong, before it is put into words. */
export interface Problem {
  readonly code: ProblemCode;
  /** Says this very occurrence, in English; absent when it would tell more than the caller may know. */
  readonly detail?: string;
  readonly fields?: readonly LabelledField[];
  readonly diagnostics?: readonly Diagnostic[];
  /** What is under way and stands in the way. */
  readonly contradictions?: ContradictionError['contradictions'];
  /** Which of the reasons holds why a journey cannot be cancelled. */
  readonly uncancellable?: Uncancellable;
  readonly headers?: Readonly<Record<string, string>>;
}

const RETRY_AFTER_MS = 5_000;

/** Exception mapping: the one place where errors become problems. What is not known here is a fault of ours and says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ContradictionError) {
    return { code: error.code, detail: error.message, contradictions: error.contradictions };
  }
  if (error instanceof UncancellableError) {
    return { code: error.code, detail: error.message, uncancellable: error.why };
  }
  if (error instanceof RequestError) {
    return { code: error.code, detail: error.message, fields: error.fields };
  }
  if (error instanceof TokenError) {
    return { code: error.code, detail: error.message, headers: { 'WWW-Authenticate': challenge(error) } };
  }
  if (error instanceof EdgeError) {
    return { code: error.code, detail: error.message, fields: error.fields, headers: error.headers };
  }
  if (error instanceof DefinitionError) {
    const detail = `The definition ${error.definition} has ${error.diagnostics.length} fault(s); mend them and send it again.`;
    return { code: 'unsound-definition', detail, diagnostics: error.diagnostics };
  }
  if (error instanceof TaskOverrun) {
    return { code: 'check-too-long', detail: `The check ${error.message}; make the journey smaller.` };
  }
  if (error instanceof RetryableError || error instanceof TaskRefused) {
    const seconds = Math.ceil((error.retryAfter ?? RETRY_AFTER_MS) / 1000);
    return { code: 'unavailable', headers: { 'Retry-After': String(Math.max(1, seconds)) } };
  }
  if (error instanceof HttpException) return problemOfStatus(error.getStatus());
  // Express says of a path with a broken percent-encoding that the request is bad.
  if (error instanceof URIError) return { code: 'malformed-request' };
  return { code: 'fault' };
}

function problemOfStatus(status: number): Problem {
  switch (status) {
    case 400:
      return { code: 'malformed-request' };
    case 403:
      return { code: 'forbidden' };
    case 404:
      return { code: 'no-such-route' };
    case 413:
      return { code: 'too-large' };
    case 503:
      return { code: 'unavailable', headers: { 'Retry-After': String(RETRY_AFTER_MS / 1000) } };
    default:
      return { code: status < 500 ? 'malformed-request' : 'fault' };
  }
}

/** RFC 6750, section 3: no error code when the caller has not tried; `invalid_token` when the token is no good. */
function challenge(error: TokenError): string {
  return error.code === 'missing-token'
    ? 'Bearer realm="overgang"'
    : `Bearer realm="overgang", error="invalid_token", error_description="${error.code}"`;
}
