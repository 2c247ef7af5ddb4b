import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { isProblem } from '../rest/api-problem.js';
import { destroyed, type KeptVisitor, saved } from './kept-session.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';
import { type GivenToken, TokenApi } from './token-api.js';

/** A token is given out for as long as a page may take to use it, in milliseconds. */
const IN_HAND = 90_000;

/** Renews the access tokens of those who have signed in, for as long as the API lets their sessions go on. */
@Injectable()
export class KeptVisitors {
  /** Renewals that are under way, by what renews: a page and its stream ask at once. */
  readonly #renewals = new Map<string, Promise<GivenToken>>();

  constructor(
    @Inject(SESSION_OPTIONS) private readonly options: SessionOptions,
    private readonly tokens: TokenApi,
  ) {}

  /** Whoever has signed in, with a token that is good; undefined when nobody has, or their session was ended. Rejects with ApiProblem. */
  async of(request: Request): Promise<KeptVisitor | undefined> {
    const { visitor } = request.session;
    if (!visitor || visitor.tokenExpires - this.options.clock.now() > IN_HAND) return visitor;
    try {
      const given = await this.#renewed(visitor.renewal);
      request.session.visitor = { ...visitor, ...tokenOf(given, this.options.clock.now()) };
      await saved(request);
      return request.session.visitor;
    } catch (error) {
      if (isProblem(error, 400)) {
        await destroyed(request);
        return undefined;
      }
      // The API is away. The token is good for a little while yet.
      if (visitor.tokenExpires > this.options.clock.now()) return visitor;
      throw error;
    }
  }

  #renewed(renewal: string): Promise<GivenToken> {
    const underWay =
      this.#renewals.get(renewal) ?? this.tokens.renew(renewal).finally(() => this.#renewals.delete(renewal));
    this.#renewals.set(renewal, underWay);
    return underWay;
  }
}

/** What a session keeps of a token that it was given. */
export function tokenOf(
  given: GivenToken,
  now: number,
): Pick<KeptVisitor, 'token' | 'tokenExpires' | 'endsAt'> {
  return {
    token: given.access_token,
    tokenExpires: now + given.expires_in * 1_000,
    endsAt: Date.parse(given.session_ends_at),
  };
}
