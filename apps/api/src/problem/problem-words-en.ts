import { type ProblemCode } from './problem-code.js';
import { type ProblemWords } from './problem-words.js';

const words = (title: string, explanation: string): ProblemWords => ({ title, explanation });

export const ENGLISH_PROBLEMS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'malformed-json': words('Malformed JSON', 'The body is not well-formed JSON. Send one JSON object.'),
  'malformed-request': words(
    'Malformed request',
    'The request cannot be understood. Check its address and parameters.',
  ),
  'malformed-header': words(
    'Malformed header',
    'A header does not have the form it must have. The detail says which.',
  ),
  'missing-token': words('Not signed in', 'Sign in, and send the token as "Authorization: Bearer <token>".'),
  'malformed-token': words(
    'Malformed token',
    'What was sent is not a token. Send the one from the issuer, unchanged.',
  ),
  'expired-token': words('Token expired', 'The token is too old. Sign in again.'),
  'early-token': words('Token not valid yet', 'The token becomes valid later. Wait, or check the clocks.'),
  'forged-token': words('Token not genuine', 'The token is not signed by the issuer. Sign in again.'),
  'wrong-issuer': words(
    'Token from another issuer',
    'The token comes from an issuer that is not accepted here.',
  ),
  'wrong-audience': words(
    'Token for another service',
    'The token is meant for another service. Ask for one meant for this.',
  ),
  'incomplete-token': words(
    'Incomplete token',
    'The token does not say what it must say: who it names and when it ends.',
  ),
  'wrong-token': words(
    'Another kind of token',
    'What was sent is not an access token for this service. Send the one that was issued for it.',
  ),
  'weak-sign-in': words(
    'Sign in more securely',
    'You have signed in at a level that is not secure enough for this. Sign in again with MitID.',
  ),
  'mixed-roles': words(
    'Too many roles at once',
    'Your token gives several roles that are kept apart. Sign in with the role you act in.',
  ),
  'unknown-signer': words(
    'Unknown signer',
    'The message names no authority that is known. See the header Overgang-Authority.',
  ),
  'bad-signature': words(
    'Signature does not match',
    'The signature does not fit the message. Sign the raw body with the shared secret.',
  ),
  'old-signature': words(
    'Signature too old',
    'The message was signed more than five minutes away from now. Sign it again.',
  ),
  forbidden: words('Not allowed', 'You are signed in, but may not do this.'),
  'not-your-role': words('Not your task', 'The task belongs to somebody else in the journey.'),
  'no-such-route': words(
    'No such address',
    'There is nothing at this address. All addresses are listed at /docs.',
  ),
  'unknown-definition': words(
    'Unknown definition',
    'There is no such journey to start. See GET /v1/definitions.',
  ),
  'unknown-journey': words(
    'Unknown journey',
    'There is no such journey, or you take no part in it. See GET /v1/journeys.',
  ),
  'unknown-task': words(
    'Unknown task',
    'The journey has no such task. Read the journey: it lists what you can do.',
  ),
  'unknown-document': words(
    'Unknown document',
    'No document is attached here, or the task is not open to you. Read the journey: it says what you can attach.',
  ),
  'unknown-dispatch': words('Unknown dispatch', 'No request with this id was ever made.'),
  'unknown-authority': words(
    'Unknown authority',
    'There is no such authority in the catalogue. See GET /v1/ops/authorities.',
  ),
  'method-not-allowed': words(
    'Method not allowed',
    'The address exists but does not answer this method. See the header Allow.',
  ),
  'not-offered': words(
    'Not possible now',
    'The journey does not offer this now. Read it again to see what it offers.',
  ),
  'not-cancellable': words(
    'Cannot be cancelled',
    'The journey cannot be cancelled, or no longer, or not by you.',
  ),
  'not-settleable': words(
    'Not possible now',
    'It is not in a state in which this can be done. Read it again.',
  ),
  'not-skippable': words(
    'Cannot be skipped',
    'The journey does not say how it goes on without an answer to this. Retry it, resolve it with the answer of the authority, or mend what hinders it.',
  ),
  'journey-ended': words(
    'Journey has ended',
    'The journey has ended and takes no more. Start a new one if you need to.',
  ),
  'journey-held': words(
    'Journey is held',
    'A fault of ours has stopped the journey. It is being looked at, and nothing is lost.',
  ),
  'key-reused': words('Key used before', 'The Idempotency-Key was used for another request. Use a new key.'),
  stale: words(
    'Changed meanwhile',
    'The journey has moved since you read it. Read it again and decide anew.',
  ),
  'too-large': words('Too large', 'The body is larger than 64 kB (1 MB for designers).'),
  'too-slow': words('Too slow', 'The request did not arrive in time. Send it again.'),
  'headers-too-large': words(
    'Headers too large',
    'The headers are larger than 16 kB together. Send fewer or shorter ones.',
  ),
  'unmet-expectation': words(
    'Expectation not met',
    'The header Expect asks for something that is not offered here. Leave it out, or send "100-continue".',
  ),
  'unsupported-media-type': words(
    'Only JSON',
    'Send the body as application/json (events: application/cloudevents+json), in UTF-8.',
  ),
  'unknown-event': words('Unknown event', 'No authority in the catalogue reports events of this type.'),
  invalid: words(
    'Not filled in correctly',
    'One or more fields do not fit. The list "errors" says which and why.',
  ),
  'unsound-definition': words(
    'Definition is not sound',
    'The definition has faults, listed in "diagnostics". Nothing was published.',
  ),
  'too-many-requests': words(
    'Too much at once',
    'There have been more requests than are taken in such a short time. Nothing was changed. Try again after the time in Retry-After.',
  ),
  'check-too-long': words(
    'The check took too long',
    'The files are too large or too involved to be checked. Nothing was published. Make two journeys of it, or a simpler one.',
  ),
  'unknown-version': words(
    'Unknown version',
    'No version with this hash was ever published. See GET /v1/designer/versions.',
  ),
  fault: words(
    'A fault of ours',
    'Something went wrong here, not with you. Try again later; give the instance when you report it.',
  ),
  unavailable: words(
    'Not available right now',
    'A system we need is not answering, or too many are asking at once. Nothing was changed or lost. Try again shortly.',
  ),
};
