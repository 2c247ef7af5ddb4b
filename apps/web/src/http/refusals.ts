import { type Face } from '../faces.js';
import { type ActedFor } from '../session/signed-in.js';

/** The page is for somebody who has signed in. */
export class SignInNeeded extends Error {
  /** @param isKept what they sent is kept, and theirs to send once they have signed in */
  constructor(readonly isKept = false) {
    super();
  }
}

/** The page is of another face than the one that somebody is signed in to. */
export class WrongRole extends Error {
  /** @param role in which they are signed in */
  constructor(
    readonly face: Face,
    readonly role?: string,
  ) {
    super(`the page is of the face ${face}`);
  }
}

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
