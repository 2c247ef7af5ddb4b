import { type Instant } from '#statechart';
import { type DispatchRecord } from '../journey-record.js';

/**
 * Transactional outbox: dispatches between being committed and being settled. Rules: a write touches a dispatch only while it is
 * `pending` (or, for `accept` and `park`, also `accepted`; for `reopen`, also `parked`), and resolves to whether it did; a
 * settled or stopped dispatch is never reopened. All times but `dueAt` are wall time.
 */
export abstract class DispatchStore {
  abstract find(dispatch: string): Promise<DispatchRecord | undefined>;
  /** All dispatches of a journey in order of `seq`. */
  abstract ofJourney(journey: string): Promise<readonly DispatchRecord[]>;
  /** Which services are asked of which authorities by what is not settled, each pair once. */
  abstract asked(): Promise<readonly { readonly service: string; readonly authority: string }[]>;
  /** Journeys with a dispatch of a service to an authority that is not settled: `limit` of them in order of their ids, after one. */
  abstract journeysAsking(
    service: string,
    authority: string,
    limit: number,
    after?: string,
  ): Promise<readonly string[]>;
  /** Journeys that have asked anything about one of these persons, whether or not they take part in it; a delivery asks nothing. */
  abstract journeysNaming(persons: readonly string[]): Promise<readonly string[]>;
  /** A transient failure: attempt counted, rung again at `ringAt`. */
  abstract postpone(dispatch: string, failure: Failure, ringAt: Instant): Promise<boolean>;
  /** It was not asked, for its authority is down: no attempt counted, rung again at `ringAt`. */
  abstract defer(dispatch: string, failure: Failure, ringAt: Instant): Promise<boolean>;
  /** The authority answers later, at the latest at `dueAt`, by calendar time. No longer rung. */
  abstract accept(dispatch: string, dueAt: Instant): Promise<boolean>;
  /** Given up: not rung until ops act. */
  abstract park(dispatch: string, failure: Failure): Promise<boolean>;
  /** Ops retry a dispatch that waits or was given up: pending from attempt 0, as if asked for at `at`, and rung from then on. */
  abstract reopen(dispatch: string, at: Instant): Promise<boolean>;
  /**
   * An authority is back: what failed or was put off is rung from `at` on, oldest first, so many a second, unless it would be sooner
   * anyway. What somebody is writing to at the same moment is left alone.
   *
   * @returns how many
   */
  abstract ringAll(of: AskedOf, at: Instant, perSecond: number): Promise<number>;
  /**
   * The same by order of ops, for those that wait and, if they say so, those given up as `unreachable`: with what earlier orders
   * have in line, at most so many. What one has reopened for as long as so many take is under way, and is not taken again.
   */
  abstract reopenAll(
    of: AskedOf,
    at: Instant,
    perSecond: number,
    most: number,
    parked: boolean,
  ): Promise<Reopened>;
  /** The same for those that fail alike, given up or not. */
  abstract reopenAlike(alike: Alike, at: Instant, perSecond: number, most: number): Promise<Reopened>;
}

/** The dispatches of an authority, of all who take a role, or of an authority in one of its roles. */
export type AskedOf =
  | { readonly authority: string; readonly role?: string }
  | { readonly role: string; readonly authority?: undefined };

/** The dispatches to a service whose last failure has a code. */
export interface Alike {
  readonly service: string;
  readonly cause: string;
}

export interface Reopened {
  readonly rung: number;
  /** How many there are besides. */
  readonly left: number;
  /** How many more there are that an earlier order is trying. */
  readonly underWay: number;
  /** Ids of the journeys, corrections and mandates whose dispatches were reopened, each once. */
  readonly journeys: readonly string[];
}

/** Reason of a failure. Never content. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}
