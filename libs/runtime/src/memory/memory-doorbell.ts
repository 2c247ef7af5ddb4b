import { type Instant } from '#statechart';
import { type Doorbell, type Ring } from '../ports.js';

/** In-memory queue: keeps rings until they are taken. */
export class MemoryDoorbell implements Doorbell {
  /** By dispatch: ringing twice rings once. */
  readonly #rings = new Map<string, Ring>();
  /** By journey and instant. */
  readonly #wakes = new Map<string, { readonly journey: string; readonly at: Instant }>();

  async ring(dispatches: readonly Ring[]): Promise<void> {
    for (const ring of dispatches) this.#rings.set(ring.dispatch, ring);
  }

  async wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void> {
    for (const { journey, at = 0 } of journeys) this.#wakes.set(`${journey} ${at}`, { journey, at });
  }

  /** What has been rung for, and is not in the future, is given once. */
  take(now: Instant): { readonly dispatches: readonly Ring[]; readonly journeys: readonly string[] } {
    const dispatches = [...this.#rings.values()];
    this.#rings.clear();
    const due = [...this.#wakes].filter(([, { at }]) => at <= now);
    for (const [key] of due) this.#wakes.delete(key);
    return { dispatches, journeys: [...new Set(due.map(([, { journey }]) => journey))] };
  }

  /** Forgets everything, as a queue may at any moment. */
  clear(): void {
    this.#rings.clear();
    this.#wakes.clear();
  }
}
