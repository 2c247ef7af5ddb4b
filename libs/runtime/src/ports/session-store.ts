import { type Instant } from '#statechart';

/**
 * Sessions: who has signed in at which face. Rules: a proof opens one session, ever; what names a session cannot be guessed, and only a
 * digest of it is kept; a session that has ended, expired or belongs to another face is not renewed; what came of one sign-in ends
 * together, in every process.
 */
export abstract class SessionStore {
  /**
   * @param proof what it was opened on, e.g. an ID token
   * @returns undefined when the proof has opened one before
   */
  abstract open(session: NewSession, proof: string): Promise<OpenedSession | undefined>;
  /**
   * Goes on: it expires `idle` milliseconds from now, and never later than it ends.
   *
   * @param renewal as {@link open} gave it
   */
  abstract renew(renewal: string, face: string, now: Instant, idle: number): Promise<Session | undefined>;
  /** Those of a person that are open, the one used last first. */
  abstract of(person: string, now: Instant): Promise<readonly Session[]>;
  /**
   * Ends a session, and with it all that came of the same sign-in.
   *
   * @returns the ids of all that have ended by it; none when the person has none of this id that is open
   */
  abstract end(person: string, id: string, now: Instant): Promise<readonly string[]>;
  /** Ends all that came of one sign-in. @returns their ids */
  abstract endSignIn(signIn: string, now: Instant): Promise<readonly string[]>;
  /** Ends all of a person's. @returns their ids */
  abstract endAll(person: string, now: Instant): Promise<readonly string[]>;
  /** Ends everybody's. @returns their ids */
  abstract endEverybodys(now: Instant): Promise<readonly string[]>;
  /** The ids of those that were ended after a time, by whatever ends them but time. */
  abstract endedSince(since: Instant): Promise<readonly string[]>;
}

/**
 * Publish-subscribe, best effort: tells every process which sessions have been ended. What is missed is read with
 * {@link SessionStore.endedSince}.
 */
export abstract class SessionNews {
  abstract tell(sessions: readonly string[]): void;
  /** Calls `ended` with what is told from now on; with `all` when some may have been missed. */
  abstract listen(ended: (sessions: readonly string[] | 'all') => void): Promise<void>;
}

export interface NewSession {
  readonly person: string;
  readonly role: string;
  /** Id of the face where it was opened. */
  readonly face: string;
  /** Level of assurance of the sign-in. */
  readonly acr: string;
  /** The authority for which they have signed in; absent: for none. */
  readonly authority?: string;
  /** The issuer's name for the sign-in that this is one of. */
  readonly signIn?: string;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
  /** When it ends however much it is used. */
  readonly endsAt: Instant;
}

export interface Session extends Omit<NewSession, 'signIn'> {
  readonly id: string;
  readonly usedAt: Instant;
}

export interface OpenedSession {
  readonly id: string;
  /** Names the session to whoever renews it; known to the face alone. */
  readonly renewal: string;
}
