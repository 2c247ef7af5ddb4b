import { type ActedFor } from '../session/signed-in.js';

/** The page is for somebody who has signed in. */
export class SignInNeeded extends Error {}

/** The page is for citizens, and somebody is signed in as another. */
export class WrongRole extends Error {}

/** What was posted does not come from a form of ours, or from one of a session that is over. */
export class ForeignForm extends Error {}

/** More was posted than there is room for. */
export class TooMuchPosted extends Error {}

/** Whom the visitor acted for they may act for no more. */
export class MandateLapsed extends Error {
  constructor(readonly person: ActedFor) {
    super();
  }
}
