import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { iso } from '#calendar';
import {
  ACCESS_TOKEN_LIFETIME,
  AccessTokens,
  type CallerRole,
  IdTokenVerifier,
  isCallerRole,
} from '#identity';
import { PersonVault, type Session, SessionStore, WallClock } from '#runtime';
import { EdgeError } from '../problem/edge-error.js';
import { type TokenDocument } from './token-document.js';

const MINUTE = 60_000;

/** For how long a session may go unused, in milliseconds: half an hour, and the token that was given last. */
export const SESSION_IDLE = 30 * MINUTE + ACCESS_TOKEN_LIFETIME * 1_000;
/** How long a session lasts however much it is used, in milliseconds. */
export const SESSION_LONGEST = 8 * 60 * MINUTE;

/**
 * *Token exchange* (RFC 8693): an ID token comes in, a person id and an access token of ours go out, and the CPR number stays in the vault.
 * Whoever signs in for the first time is enrolled by it.
 */
@Injectable()
export class TokenExchange {
  constructor(
    private readonly idTokens: IdTokenVerifier,
    private readonly accessTokens: AccessTokens,
    private readonly vault: PersonVault,
    private readonly sessions: SessionStore,
    private readonly clock: WallClock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws TokenError; EdgeError `forbidden` for a role that the ID token does not give, `grant-refused` for one used before */
  async exchange(idToken: string, face: string, asked: string | undefined): Promise<TokenDocument> {
    const { cpr, roles, acr, authority, signIn } = await this.idTokens.verify(idToken, face);
    const wanted = asked?.split(' ').filter(isCallerRole);
    const role = wanted ? wanted.find(each => roles.includes(each)) : roles[0];
    if (role === undefined)
      throw new EdgeError('forbidden', 'The sign-in does not give the role that was asked for.');
    if (role === 'caseworker' && !this.#isAuthority(authority))
      throw new EdgeError('forbidden', 'The sign-in of a caseworker names no authority that is known here.');
    const now = this.clock.now();
    const session = {
      person: await this.vault.personOf(cpr),
      role,
      face,
      acr,
      ...(role === 'caseworker' && authority !== undefined && { authority }),
      ...(signIn !== undefined && { signIn }),
      startedAt: now,
      expiresAt: now + SESSION_IDLE,
      endsAt: now + SESSION_LONGEST,
    };
    const opened = await this.sessions.open(session, idToken);
    if (!opened) throw new EdgeError('grant-refused', 'The ID token was exchanged before; sign in again.');
    const document = await this.#document({ ...session, id: opened.id, usedAt: now }, role);
    return { ...document, refresh_token: opened.renewal };
  }

  /** @throws EdgeError `grant-refused` when the session is over, or another face's */
  async renew(renewal: string, face: string): Promise<TokenDocument> {
    const session = await this.sessions.renew(renewal, face, this.clock.now(), SESSION_IDLE);
    if (!session || !isCallerRole(session.role)) {
      throw new EdgeError('grant-refused', 'The session is over; sign in again.');
    }
    return this.#document(session, session.role);
  }

  #isAuthority(id = ''): boolean {
    return this.catalogue.authority(id) !== undefined || this.catalogue.directory.has(id);
  }

  async #document(session: Session, role: CallerRole): Promise<TokenDocument> {
    const { id, person, acr, authority, endsAt } = session;
    // Never beyond the session.
    const lifetime = Math.min(ACCESS_TOKEN_LIFETIME, Math.ceil((endsAt - this.clock.now()) / 1_000));
    return {
      access_token: await this.accessTokens.sign(
        { person, role, acr, ...(authority !== undefined && { authority }), session: id },
        lifetime,
      ),
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: lifetime,
      scope: role,
      person,
      session: id,
      session_ends_at: iso(endsAt),
    };
  }
}
