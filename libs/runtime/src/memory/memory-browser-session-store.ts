import { type Instant, type Json } from '#statechart';
import { type BrowserSessionStore } from '../ports.js';
import { type MemorySessionStore } from './memory-session-store.js';

interface Kept {
  readonly content: Json;
  readonly expires: Instant;
  readonly session: string | undefined;
}

/** What faces keep of browsers in memory, for tests. */
export class MemoryBrowserSessionStore implements BrowserSessionStore {
  readonly #kept = new Map<string, Kept>();
  readonly #sessions: MemorySessionStore;

  constructor(sessions: MemorySessionStore) {
    this.#sessions = sessions;
  }

  async find(id: string, now: Instant): Promise<Json | undefined> {
    const kept = this.#kept.get(id);
    if (!kept || kept.expires <= now) return undefined;
    if (kept.session !== undefined && !this.#sessions.isOpen(kept.session, now)) return undefined;
    return structuredClone(kept.content);
  }

  async save(id: string, content: Json, expires: Instant, session: string | undefined): Promise<void> {
    this.#kept.set(id, { content: structuredClone(content), expires, session });
  }

  async extend(id: string, expires: Instant): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) this.#kept.set(id, { ...kept, expires });
  }

  async remove(id: string): Promise<void> {
    this.#kept.delete(id);
  }
}
