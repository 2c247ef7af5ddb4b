import { type SessionNews } from '../ports.js';

/** Tells listeners within this process. */
export class MemorySessionNews implements SessionNews {
  readonly #listeners = new Set<(ended: readonly string[] | 'all') => void>();

  tell(sessions: readonly string[]): void {
    for (const listener of this.#listeners) listener(sessions);
  }

  async listen(ended: (sessions: readonly string[] | 'all') => void): Promise<void> {
    this.#listeners.add(ended);
  }

  /** As when a connection was lost and is there again. */
  miss(): void {
    for (const listener of this.#listeners) listener('all');
  }
}
