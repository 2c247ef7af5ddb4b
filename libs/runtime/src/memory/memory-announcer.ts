import { type Announcer } from '../ports.js';

/** Tells listeners within this process. */
export class MemoryAnnouncer implements Announcer {
  readonly #listeners = new Set<(journey: string) => void>();

  announce(journeys: readonly string[]): void {
    for (const journey of journeys) for (const listener of this.#listeners) listener(journey);
  }

  /** @returns ends the subscription */
  listen(listener: (journey: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
