import { type Instant } from '#statechart';
import { type Ring } from './doorbell.js';

/**
 * What is due and must be rung: the safety net under the ring that follows each commit. Rules: returns at most `limit` journeys,
 * and as many dispatches of each authority, so that none holds up another; oldest first; and does not return the same again before
 * `ringAgainAt`; two relays at once share the work without both getting all. Never returns dispatches of a paused authority.
 */
export abstract class DueStore {
  abstract due(now: Instant, ringAgainAt: Instant, limit: number): Promise<Due>;
}

export interface Due {
  readonly dispatches: readonly Ring[];
  /** Journeys with a timer that is due. */
  readonly journeys: readonly string[];
}
