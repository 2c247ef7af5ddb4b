import { LRUCache } from 'lru-cache';
import { type Instant } from '#statechart';
import { RING_GRACE } from './decide/rows-of.js';
import { dispatchId } from './dispatch-id.js';
import { type DispatchRecord, DispatchStatus } from './journey-record.js';
import { type Change, type NewDispatch } from './ports.js';

/** Milliseconds after which another process may well have stopped a dispatch: it is then read again. */
const MAX_AGE = 1_000;

/**
 * Read-your-writes cache (LRU) of dispatches that this process has just committed: its own worker need not read them back. Each is
 * taken once; one that is not here is read from the store.
 */
export class RecentDispatches {
  readonly #cache: LRUCache<string, { readonly change: Change; readonly dispatch: NewDispatch }>;

  /** @param most how many are kept at most */
  constructor(most = 10_000) {
    this.#cache = new LRUCache({ max: most });
  }

  /** Adds the dispatches of a committed change, and drops those that it stops. */
  committed(change: Change): void {
    const { journey, stops, dispatches } = change;
    for (const seq of stops) this.#cache.delete(dispatchId(journey, seq));
    for (const dispatch of dispatches)
      this.#cache.set(dispatchId(journey, dispatch.seq), { change, dispatch });
  }

  /**
   * The dispatch, if it was committed here a moment ago and nobody has taken it.
   *
   * @param now wall time
   */
  take(id: string, now: Instant): DispatchRecord | undefined {
    const kept = this.#cache.get(id);
    if (!kept) return undefined;
    this.#cache.delete(id);
    const { journey, at } = kept.change;
    const { ringAt, ...asked } = kept.dispatch;
    if (Math.abs(now - (ringAt - RING_GRACE)) >= MAX_AGE) return undefined;
    return { id, journey, status: DispatchStatus.pending, attempt: 0, createdAt: at, ...asked };
  }
}
