import { randomUUID } from 'node:crypto';
import { type Instant } from '#statechart';
import { type OpsSession, type OpsSessionStore } from '../ports.js';

/** Sessions in memory, for tests. */
export class MemoryOpsSessionStore implements OpsSessionStore {
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
