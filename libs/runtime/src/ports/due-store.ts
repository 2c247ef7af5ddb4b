import { type Instant } from '#statechart';
import { type Ring } from './doorbell.js';

/**
 * Polling side of the outbox, with leases: the safety net under the ring that follows each commit. Rules: gives at most `limit`
 * journeys, and as many dispatches of each authority, so that none holds up another; oldest first; and does not give the same
 * again before `ringAgainAt`; two relays at once share the work without both getting all.
 */
export abstract class DueStore {
  /** Dispatches to be rung, by wall time. Never those of a paused authority or role. */
  abstract dispatches(now: Instant, ringAgainAt: Instant, limit: number): Promise<readonly Ring[]>;
  /** Journeys with a timer or a notice that is due, by calendar time. */
  abstract journeys(now: Instant, ringAgainAt: Instant, limit: number): Promise<readonly string[]>;
  /**
   * What is under way and what comes next, leases aside: for whoever moves calendar time.
   *
   * @param soon an instant of wall time: what waits longer for its next attempt is not under way
   */
  abstract outlook(soon: Instant): Promise<Outlook>;
}

export interface Outlook {
  /** Authorities that are being asked, each once, in order. Not those that are paused, nor those that have accepted. */
  readonly asked: readonly string[];
  /** The earliest timer of a journey that is active, or notice of any; what is held does not listen, and tells all the same. */
  readonly timer?: { readonly due: Instant; readonly journey: string };
}
