import { type ProblemCode } from './problem-code.js';
import { type ProblemWords } from './problem-words.js';

const words = (title: string, explanation: string): ProblemWords => ({ title, explanation });

export const ENGLISH_PROBLEMS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'malformed-json': words('Cannot be read', 'What was sent cannot be read. Try again.'),
  'malformed-request': words(
    'Malformed request',
    'The address, or what was asked for, cannot be understood.',
  ),
  'malformed-header': words(
    'Malformed request',
    'Something in what was sent is missing or does not have the right form.',
  ),
  'missing-token': words('Not signed in', 'Sign in to continue.'),
  'malformed-token': words('Not signed in', 'Your sign-in cannot be read. Sign in again.'),
  'expired-token': words('Signed out', 'You have been away for too long. Sign in again.'),
  'session-over': words('Signed out', 'You have been signed out. Sign in again to continue.'),
  'early-token': words('Sign-in not valid yet', 'Your sign-in becomes valid in a moment. Try again shortly.'),
  'forged-token': words('Sign-in not genuine', 'Your sign-in cannot be confirmed. Sign in again.'),
  'wrong-issuer': words(
    'Signed in elsewhere',
    'You are signed in somewhere that is not accepted here. Sign in with MitID.',
  ),
  'wrong-audience': words(
    'Signed in to another service',
    'You are signed in to another service. Sign in here.',
  ),
  'incomplete-token': words('Incomplete sign-in', 'Your sign-in does not say who you are. Sign in again.'),
  'wrong-token': words('Wrong sign-in', 'That sign-in cannot be used here. Sign in again.'),
  'weak-sign-in': words(
    'Sign in more securely',
    'You have signed in at a level that is not secure enough for this. Sign in again with MitID.',
  ),
  'mixed-roles': words(
    'Too many roles at once',
    'You are signed in with several roles that are kept apart. Sign in with the role you act in.',
  ),
  'grant-refused': words('You are signed out', 'Your sign-in is over. Sign in again.'),
  'unknown-face': words('Unknown service', 'The place you come from cannot sign anybody in here.'),
  'unknown-calendar': words('Unknown calendar', 'No calendar has this address, or none any more.'),
  'unknown-session': words('Not signed in there', 'You are not signed in there, or no longer.'),
  'unknown-signer': words('Unknown signer', 'The message names no authority that is known.'),
  'bad-signature': words('Signature does not match', 'The signature does not fit the message.'),
  'old-signature': words(
    'Signature too old',
    'The message was signed more than five minutes away from now. Sign it again.',
  ),
  forbidden: words('Not allowed', 'You are signed in, but you may not do this.'),
  'no-mandate': words(
    'You cannot act for this person',
    'You may not act for this person here, or no longer may.',
  ),
  'not-impartial': words(
    'You cannot help this person',
    'Nobody handles their own case or that of their family. Ask a colleague to help.',
  ),
  'unknown-assistance': words(
    'The help has ended',
    'You do not have that help under way, or no longer have it.',
  ),
  'not-your-role': words('Not your task', 'The task belongs to somebody else in the journey.'),
  'no-such-route': words('No such address', 'There is nothing at this address.'),
  'unknown-definition': words('Unknown definition', 'There is no such journey to start.'),
  'unknown-journey': words('Unknown journey', 'There is no such journey, or you take no part in it.'),
  'unknown-task': words('Unknown task', 'The journey has no such task.'),
  'unknown-document': words(
    'Unknown document',
    'No document is attached here, or the task is not open to you.',
  ),
  'unknown-dispatch': words('Unknown dispatch', 'No request with this id was ever made.'),
  'unknown-incident': words(
    'There is nothing to try again',
    'No requests to this service fail for this cause any more.',
  ),
  'unknown-picture': words('Unknown picture', 'The journey has no branch of this name.'),
  'unknown-offer': words('Unknown offer', 'There is no offer to you with this id.'),
  'offer-over': words(
    'The offer is no longer open',
    'You can no longer say yes or no to the offer. You can begin the journey yourself if you need it.',
  ),
  contradicts: words(
    'It does not fit with a case you have under way',
    'You cannot begin this while the other case is under way. The case says why, and what you can do.',
  ),
  unconfirmed: words(
    'You have a case under way that you should think of first',
    'The case says what it means. You can begin anyway once you have confirmed that you know of it.',
  ),
  'unknown-mandate': words('Unknown mandate', 'There is no such mandate, or it is not yours.'),
  'unknown-message': words('Unknown message', 'There is no message to you with this id.'),
  'unknown-authority': words('Unknown authority', 'There is no such authority in the catalogue.'),
  'method-not-allowed': words('Not possible here', 'The address exists, and that cannot be done here.'),
  'not-offered': words(
    'Not possible now',
    'This cannot be done now. Look at the journey again to see what you can do.',
  ),
  'not-cancellable': words(
    'Cannot be cancelled',
    'The journey itself says whether it can be cancelled, for how long and by whom.',
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
    'The journey has ended and does not accept anything more. Start a new one if you need to.',
  ),
  'journey-held': words(
    'Journey is held',
    'A fault on our side has stopped the journey. We are looking at it, and nothing is lost.',
  ),
  'key-reused': words('Sent before', 'Something else was sent under the same number. Try again.'),
  stale: words(
    'Changed in the meantime',
    'The journey has moved since you saw it. Look at it again, and decide again.',
  ),
  'too-large': words('Too large', 'What you sent is too large.'),
  'too-slow': words('Too slow', 'What you sent did not arrive in time. Send it again.'),
  'headers-too-large': words('Too large', 'What was sent is too large.'),
  'unmet-expectation': words('Expectation not met', 'Something was asked for that is not offered here.'),
  'unsupported-media-type': words('Wrong format', 'What was sent is not in a format that we can read.'),
  'unknown-event': words('Unknown event', 'No authority in the catalogue reports events of this type.'),
  invalid: words(
    'Not filled in correctly',
    'There is something you need to correct before you can continue.',
  ),
  'unsound-definition': words(
    'Definition is not sound',
    'The definition has faults, and nothing was published.',
  ),
  'too-many-requests': words(
    'Too much at once',
    'You have sent more than we can accept in so short a time. Nothing was changed. Wait a little, and try again.',
  ),
  'check-too-long': words(
    'The check took too long',
    'The files are too large or too involved to be checked. Nothing was published. Make two journeys of it, or a simpler one.',
  ),
  'unknown-version': words('Unknown version', 'No such version has ever been published.'),
  fault: words('A fault on our side', 'Something went wrong on our side, not on yours. Try again later.'),
  unavailable: words(
    'Not available right now',
    'A system we need is not answering, or too many are asking at once. Nothing was changed or lost. Try again shortly.',
  ),
};
