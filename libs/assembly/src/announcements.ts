import type { Announcer } from '#runtime';

/** Where listeners hear that a journey has moved; what they hear may be lost, and may come twice. */
export interface Announcements {
  /** Calls back whenever the journey may have moved, until the returned function is called. */
  listen(journey: string, heard: () => void): () => void;
}

/** Announcements within one process. */
export class LocalAnnouncements implements Announcer, Announcements {
  readonly #listeners = new Map<string, Set<() => void>>();

  announce(journeys: readonly string[]): void {
    for (const journey of journeys) {
      for (const heard of this.#listeners.get(journey) ?? []) heard();
    }
  }

  listen(journey: string, heard: () => void): () => void {
    const listeners = this.#listeners.get(journey) ?? new Set();
    this.#listeners.set(journey, listeners.add(heard));
    return () => {
      listeners.delete(heard);
      if (listeners.size === 0 && this.#listeners.get(journey) === listeners) this.#listeners.delete(journey);
    };
  }
}
