import { LRUCache } from 'lru-cache';
import type { Instant } from '#statechart';
import { type DispatchRecord, DispatchStatus } from './journey-record.js';
import type { Change } from './ports.js';

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

  /** What it asked for is fresh; what it stopped is not to be asked for any more. */
  committed({ journey, at, dispatches, stops }: Change): void {
    for (const id of stops) this.#kept.delete(id);
    for (const { ringAt: _ringAt, ...dispatch } of dispatches) {
      const status = DispatchStatus.pending;
      this.#kept.set(dispatch.id, { ...dispatch, journey, status, attempt: 0, createdAt: at });
    }
  }

  /** The dispatch, if it was committed here a moment ago and nobody has taken it. */
  take(id: string, now: Instant): DispatchRecord | undefined {
    const dispatch = this.#kept.get(id);
    if (!dispatch) return undefined;
    this.#kept.delete(id);
    return Math.abs(now - dispatch.createdAt) < FRESH ? dispatch : undefined;
  }
}
