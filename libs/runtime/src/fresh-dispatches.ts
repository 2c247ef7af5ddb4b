import { LRUCache } from 'lru-cache';
import { type Instant } from '#statechart';
import { type DispatchRecord, DispatchStatus } from './journey-record.js';
import { type Change, type NewDispatch } from './ports.js';

/** Milliseconds after which another process may well have stopped a dispatch: it is then read again. */
const FRESH = 1_000;

/**
 * Dispatches that this process has just committed, so that its own worker need not read them back. Each is handed over
 * once; one that is not at hand is read from the store.
 */
export class FreshDispatches {
  readonly #kept: LRUCache<string, { readonly change: Change; readonly dispatch: NewDispatch }>;

  /** @param most how many are kept at most */
  constructor(most = 10_000) {
    this.#kept = new LRUCache({ max: most });
  }

  /** What it asked for is fresh; what it stopped is not to be asked for any more. */
  committed(change: Change): void {
    for (const id of change.stops) this.#kept.delete(id);
    for (const dispatch of change.dispatches) this.#kept.set(dispatch.id, { change, dispatch });
  }

  /** The dispatch, if it was committed here a moment ago and nobody has taken it. */
  take(id: string, now: Instant): DispatchRecord | undefined {
    const kept = this.#kept.get(id);
    if (!kept) return undefined;
    this.#kept.delete(id);
    const { journey, at } = kept.change;
    if (Math.abs(now - at) >= FRESH) return undefined;
    const { ringAt: _ringAt, ...asked } = kept.dispatch;
    return { journey, status: DispatchStatus.pending, attempt: 0, createdAt: at, ...asked };
  }
}
