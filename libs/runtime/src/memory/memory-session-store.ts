import { randomUUID } from 'node:crypto';
import { type Instant } from '#statechart';
import { type NewSession, type OpenedSession, type Session, type SessionStore } from '../ports.js';

type Kept = NewSession & Session & { readonly proof: string; readonly renewal: string; ended: boolean };

/** Sessions in memory, for tests. */
export class MemorySessionStore implements SessionStore {
  #sessions: Kept[] = [];

  async open(session: NewSession, proof: string): Promise<OpenedSession | undefined> {
    if (this.#sessions.some(kept => kept.proof === proof)) return undefined;
    const opened = { id: randomUUID(), renewal: randomUUID() };
    this.#sessions.push({ ...session, ...opened, proof, usedAt: session.startedAt, ended: false });
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

  async end(person: string, id: string, now: Instant): Promise<boolean> {
    const found = this.#sessions.find(kept => kept.id === id && kept.person === person && isOpen(kept, now));
    if (!found) return false;
    for (const kept of this.#sessions) {
      if (kept === found || (found.signIn !== undefined && kept.signIn === found.signIn)) kept.ended = true;
    }
    return true;
  }

  async endSignIn(signIn: string): Promise<void> {
    for (const kept of this.#sessions) if (kept.signIn === signIn) kept.ended = true;
  }

  async endAll(person: string): Promise<void> {
    for (const kept of this.#sessions) if (kept.person === person) kept.ended = true;
  }

  /** Whether a session of this id is open. */
  isOpen(id: string, now: Instant): boolean {
    return this.#sessions.some(kept => kept.id === id && isOpen(kept, now));
  }
}

function isOpen({ ended, expiresAt }: Kept, now: Instant): boolean {
  return !ended && expiresAt > now;
}

function sessionOf({
  proof: _proof,
  renewal: _renewal,
  ended: _ended,
  signIn: _signIn,
  ...session
}: Kept): Session {
  return session;
}
