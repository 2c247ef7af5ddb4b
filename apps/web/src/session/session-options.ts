import { type BrowserSessionStore, type WallClock } from '#runtime';
import { type KeyObject } from 'node:crypto';

/** Token for the {@link SessionOptions} of a face. */
export const SESSION_OPTIONS = Symbol('session options');

/** What a face has to know to sign people in. */
export interface SessionOptions {
  /** Where browsers reach this face, without a slash at the end. Over https cookies go over nothing else. */
  readonly publicUrl: string;
  /** The OpenID provider that signs people in, to the letter as in its `iss`. */
  readonly issuer: string;
  /** Where this face is registered, at the issuer and at the API. */
  readonly face: { readonly id: string; readonly secret: string };
  /** The API's address, without `/v1`. */
  readonly apiUrl: string;
  /** The roles in which people are signed in here: each person in the first that is theirs. */
  readonly roles: readonly string[];
  readonly store: BrowserSessionStore;
  /** Keys of this face alone, by purpose; the one in use first. */
  readonly keys: (purpose: string) => readonly KeyObject[];
  readonly clock: WallClock;
}
