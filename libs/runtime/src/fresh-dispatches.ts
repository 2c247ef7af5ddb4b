import { LRUCache } from 'lru-cache';
import type { Instant } from '#statechart';
import type { DispatchRecord } from './journey-record.js';

/** Milliseconds after which another process may well have stopped a dispatch: it is then read again. */
const FRESH = 1_000;

/**
 * Dispatches that this process has just committed, so that its own worker need not read them back. Each is handed over
 * once; one that is not at hand is read from the store.
 */
export class FreshDispatches {
  readonly #kept: LRUCache<string, DispatchRecord>;

  /** @param most how many are kept at most */
  constructor(most = 10_000) {
    this.#kept = new LRUCache({ max: most });
  }

  keep(dispatch: DispatchRecord): void {
    this.#kept.set(dispatch.id, dispatch);
  }

  /** The dispatch, if it was committed here a moment ago and nobody has taken it. */
  take(id: string, now: Instant): DispatchRecord | undefined {
    const dispatch = this.#kept.get(id);
    if (!dispatch) return undefined;
    this.#kept.delete(id);
    return Math.abs(now - dispatch.createdAt) < FRESH ? dispatch : undefined;
  }

  /** It has been stopped or settled. */
  drop(id: string): void {
    this.#kept.delete(id);
  }
}
