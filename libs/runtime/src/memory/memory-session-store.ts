import { randomUUID } from 'node:crypto';
import { type Instant } from '#statechart';
import { type OpsSession, type SessionStore } from '../ports.js';

/** Sessions in memory, for tests. */
export class MemorySessionStore implements SessionStore {
  readonly #open = new Map<string, OpsSession>();

  async open(session: OpsSession): Promise<string> {
    const id = randomUUID();
    this.#open.set(id, session);
    return id;
  }

  async find(id: string, now: Instant): Promise<OpsSession | undefined> {
    const session = this.#open.get(id);
    return session && session.expires > now ? session : undefined;
  }

  async closeAll(person: string): Promise<void> {
    for (const [id, session] of this.#open) if (session.person === person) this.#open.delete(id);
  }
}
