import { type TokenErrorCode } from '#identity';
import { type RequestErrorCode } from '#runtime';
import { type EdgeErrorCode } from './edge-error.js';

/** Every kind of problem there is; the last segment of its `type`. Stable: clients compare them. */
export type ProblemCode =
  RequestErrorCode | TokenErrorCode | EdgeErrorCode | 'unsound-definition' | 'check-too-long' | 'fault';

/** The status of each kind of problem (RFC 9110, section 15.5 and 15.6). */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  'malformed-json': 400,
  'malformed-request': 400,
  'malformed-header': 400,
  'missing-token': 401,
  'malformed-token': 401,
  'expired-token': 401,
  'early-token': 401,
  'forged-token': 401,
  'wrong-issuer': 401,
  'wrong-audience': 401,
  'incomplete-token': 401,
  'wrong-token': 401,
  'weak-sign-in': 401,
  'mixed-roles': 401,
  'unknown-signer': 401,
  'bad-signature': 401,
  'old-signature': 401,
  forbidden: 403,
  'no-mandate': 403,
  'not-your-role': 403,
  'no-such-route': 404,
  'unknown-definition': 404,
  'unknown-version': 404,
  'unknown-journey': 404,
  'unknown-task': 404,
  'unknown-dispatch': 404,
  'unknown-document': 404,
  'unknown-message': 404,
  'unknown-offer': 404,
  'unknown-authority': 404,
  'method-not-allowed': 405,
  'too-slow': 408,
  'not-offered': 409,
  'offer-over': 409,
  contradicts: 409,
  unconfirmed: 409,
  'not-cancellable': 409,
  'not-settleable': 409,
  'not-skippable': 409,
  'journey-ended': 409,
  'journey-held': 409,
  'key-reused': 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unmet-expectation': 417,
  'unknown-event': 422,
  invalid: 422,
  'unsound-definition': 422,
  'check-too-long': 422,
  'too-many-requests': 429,
  'headers-too-large': 431,
  fault: 500,
  unavailable: 503,
};

export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as readonly ProblemCode[];
