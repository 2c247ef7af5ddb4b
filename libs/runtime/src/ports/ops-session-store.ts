import { type Instant } from '#statechart';

/**
 * Server-side sessions of the browsers of ops: a cookie names one and tells nothing, and what ends here has ended everywhere.
 * Rules: `open` gives an id that cannot be guessed, and of which only a digest is kept; `find` knows no session that has expired
 * or was closed.
 */
export abstract class OpsSessionStore {
  abstract open(session: OpsSession, now: Instant): Promise<string>;
  abstract find(id: string, now: Instant): Promise<OpsSession | undefined>;
  /** Ends every session of a person. */
  abstract closeAll(person: string): Promise<void>;
}

export interface OpsSession {
  readonly person: string;
  readonly expires: Instant;
}
