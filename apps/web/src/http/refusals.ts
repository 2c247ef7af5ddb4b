/** The page is for somebody who has signed in. */
export class SignInNeeded extends Error {}

/** The page is for another role than the one in which somebody is signed in. */
export class WrongRole extends Error {
  constructor(readonly role?: string) {
    super();
  }
}

/** What was posted does not come from a form of ours, or from one of a session that is over. */
export class ForeignForm extends Error {}

/** More was posted than there is room for. */
export class TooMuchPosted extends Error {}
