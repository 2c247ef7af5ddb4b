import { type Request } from 'express';

/** Somebody else, for whom a visitor acts. */
export interface ActedFor {
  /** Person id, as `GET /v1/mandates` or `GET /v1/assistances` gives it. */
  readonly person: string;
  /** As the pages call them. */
  readonly name: string;
  /** What the authority is called for which a caseworker helps them; absent under a mandate. */
  readonly helpedBy?: string;
}

/** Somebody who has signed in at this face. */
export interface Visitor {
  readonly name: string;
  /** The one role that their access token gives. */
  readonly role: string;
  /** An access token of ours that will be believed for another minute at least. */
  readonly token: string;
  /** Absent: they act for themselves. */
  readonly actsFor?: ActedFor;
  /** When their session ends unless they go on; absent: it does not. */
  readonly endsAt?: Date;
}

/**
 * *Session* of a face: who sits before the browser that sent a request.
 *
 * The pages know neither MitID nor cookies; what knows them stands behind this port.
 */
export abstract class SignedIn {
  /** Who has signed in; undefined when nobody has, or their session is over. */
  abstract visitor(request: Request): Promise<Visitor | undefined>;

  /** From now on the visitor acts for somebody, or for themselves again. Whether they may, the API says at each request. */
  abstract actFor(request: Request, person: ActedFor | undefined): Promise<void>;

  /** *Anti-forgery token*: the hidden field of every form that changes something. */
  abstract formToken(request: Request): FormToken;

  /**
   * Whether what was posted comes from a form of ours. The pages ask at each POST, once its body (`application/x-www-form-urlencoded`
   * or `multipart/form-data`) has been read into `request.body`.
   */
  abstract isOurForm(request: Request): boolean;

  /** Whether a form that somebody posts whose session is over is small enough to be read and kept. */
  abstract mayKeepForm(request: Request): boolean;

  /**
   * Keeps a form that somebody has posted whose session is over, once its body has been read: nothing that was typed is lost.
   *
   * @returns the path at which they go on when they have signed in again; undefined when it is not one of ours
   */
  abstract keepForm(
    request: Request,
    fields: readonly (readonly [string, string])[],
  ): Promise<string | undefined>;

  /** The address that signs in and then leads to `back`, a path of this face with its query (`/forloeb/…?x=y`). */
  abstract signInAddress(back: string): string;

  /**
   * Where browsers reach this face, without a slash at the end. What leaves the pages is addressed by it and not by the `Host` of
   * a request, which says what whoever sends it likes.
   */
  abstract readonly publicUrl: string;

  /** Where the form that signs out is posted to. */
  abstract readonly signOutAddress: string;

  /** Origins besides our own to which a form may lead, for the content security policy: the issuer's, at the sign-out. */
  abstract readonly formOrigins: readonly string[];
}

/** A hidden field of a form. */
export interface FormToken {
  readonly field: string;
  readonly value: string;
}
