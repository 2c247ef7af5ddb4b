import { type CallerRole } from '#identity';
import { type Words } from '#journey';

/** Somebody who can sign in. */
export interface MitIdPerson {
  /** Short name, `anna`. */
  readonly name: string;
  readonly fullName: string;
  /** Absent: their eID is linked to no CPR number. */
  readonly cpr?: string | undefined;
  /** What they may be here: a citizen, or staff. */
  readonly roles: readonly CallerRole[];
  /** Id of the authority at which they work (MitID Erhverv). */
  readonly authority?: string | undefined;
  /** Code of the country whose eID they sign in with, `SE`; absent: MitID. */
  readonly country?: string | undefined;
  /** A few words for whoever chooses whom to be. */
  readonly about?: Words | undefined;
}

/** A service at which people sign in: a client of OpenID Connect. */
export interface MitIdClient {
  readonly id: string;
  readonly secret: string;
  /** As people are told where they sign in. */
  readonly title: string;
  readonly redirectUri: string;
  /** Where the browser goes once its owner has signed out. */
  readonly signedOutUri: string;
  /** Told that somebody has signed out (OpenID Connect Back-Channel Logout). */
  readonly backChannelUri: string;
}
