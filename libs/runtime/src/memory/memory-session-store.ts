import { randomUUID } from 'node:crypto';
import { type Instant } from '#statechart';
import { type NewSession, type OpenedSession, type Session, type SessionStore } from '../ports.js';

type Kept = NewSession & Session & { readonly proof: string; readonly renewal: string; endedAt?: Instant };

/** Sessions in memory, for tests. */
export class MemorySessionStore implements SessionStore {
  #sessions: Kept[] = [];

  async open(session: NewSession, proof: string): Promise<OpenedSession | undefined> {
    if (this.#sessions.some(kept => kept.proof === proof)) return undefined;
    const opened = { id: randomUUID(), renewal: randomUUID() };
    this.#sessions.push({ ...session, ...opened, proof, usedAt: session.startedAt });
    return opened;
  }

  async renew(renewal: string, face: string, now: Instant, idle: number): Promise<Session | undefined> {
    const found = this.#sessions.find(kept => kept.renewal === renewal && kept.face === face);
    if (!found || !isOpen(found, now)) return undefined;
    const renewed = { ...found, usedAt: now, expiresAt: Math.min(now + idle, found.endsAt) };
    this.#sessions = this.#sessions.map(kept => (kept === found ? renewed : kept));
    return sessionOf(renewed);
  }

  async of(person: string, now: Instant): Promise<readonly Session[]> {
    return this.#sessions
      .filter(kept => kept.person === person && isOpen(kept, now))
      .sort((one, other) => other.usedAt - one.usedAt)
      .map(sessionOf);
  }

  async end(person: string, id: string, now: Instant): Promise<readonly string[]> {
    const found = this.#sessions.find(kept => kept.id === id && kept.person === person && isOpen(kept, now));
    if (!found) return [];
    return this.#end(
      kept => kept === found || (found.signIn !== undefined && kept.signIn === found.signIn),
      now,
    );
  }

  async endSignIn(signIn: string, now: Instant): Promise<readonly string[]> {
    return this.#end(kept => kept.signIn === signIn, now);
  }

  async endAll(person: string, now: Instant): Promise<readonly string[]> {
    return this.#end(kept => kept.person === person, now);
  }

  async endEverybodys(now: Instant): Promise<readonly string[]> {
    return this.#end(() => true, now);
  }

  async endedSince(since: Instant): Promise<readonly string[]> {
    return this.#sessions
      .filter(({ endedAt }) => endedAt !== undefined && endedAt > since)
      .map(({ id }) => id);
  }

  /** Makes a person's sessions nobody's. */
  erase(person: string): void {
    for (const kept of this.#sessions) {
      if (kept.person !== person) continue;
      Object.assign(kept, { person: '', signIn: undefined, endedAt: kept.endedAt ?? kept.usedAt });
    }
  }

  /** Whether a session of this id is open. */
  isOpen(id: string, now: Instant): boolean {
    return this.#sessions.some(kept => kept.id === id && isOpen(kept, now));
  }

  #end(which: (kept: Kept) => boolean, now: Instant): readonly string[] {
    const ending = this.#sessions.filter(kept => kept.endedAt === undefined && which(kept));
    for (const kept of ending) kept.endedAt = now;
    return ending.map(({ id }) => id);
  }
}

function isOpen({ endedAt, expiresAt }: Kept, now: Instant): boolean {
  return endedAt === undefined && expiresAt > now;
}

function sessionOf({
  proof: _proof,
  renewal: _renewal,
  endedAt: _endedAt,
  signIn: _signIn,
  ...session
}: Kept): Session {
  return session;
}
