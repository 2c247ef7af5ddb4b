import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { AUTHORITY_HEADER } from '#authorities';
import { type Caller, claimedPerson, TokenError, type TokenErrorCode, TokenVerifier } from '#identity';
import { WallClock } from '#runtime';
import { type Instant } from '#statechart';
import { clientAddress } from '../http/client-address.js';
import { PSEUDONYMS, Pseudonyms } from '../http/pseudonyms.js';
import { EdgeError, type EdgeErrorCode } from '../problem/edge-error.js';
import { RateLimits } from './rate-limits.js';

/** Tokens of one claimed person that are still verified, from an address that is beyond its limit. */
const TRIES = 3;
const MOST_REMEMBERED = 10_000;
const NO_ATTEMPT: readonly TokenErrorCode[] = ['missing-token', 'expired-token', 'session-over'];
const NOT_SIGNED: readonly EdgeErrorCode[] = [
  'unknown-signer',
  'bad-signature',
  'old-signature',
  'unknown-face',
];

/** Of authorities and faces that do not exist there is any number. */
const NAMELESS: readonly EdgeErrorCode[] = ['unknown-signer', 'unknown-face'];

interface Failures {
  readonly count: number;
  readonly until: Instant;
}

/**
 * Brute-force protection: throttles failed attempts at showing who one is, and locks nobody out (OWASP, "device cookies": a lock-out is a weapon).
 *
 * Failures are counted by address; beyond the limit each further failure is answered 429 in place of 401. A town hall is one address:
 * whoever shows what is valid gets through, the first time too, whatever others there do. So what proves something is told from what
 * does not by verifying it; but a person claimed from such an address who has failed three times since is refused without: their
 * address and claim are remembered by this process. To lock somebody out for the rest of the window one must know their
 * person id and come from their address. A forger who claims another person each time costs us one signature check (0.1 ms), less
 * than the answer does, and is answered 429 all the same.
 *
 * A token that has expired, or whose session was ended, was the issuer's: its client is to be told to renew it, not to wait. Without a token nothing was attempted.
 * Both count as anonymous requests.
 *
 * Signatures of authorities are counted by address and the authority that is named. A good one always gets through: behind a proxy that
 * nobody has named in `TRUSTED_PROXIES` all share one address, and forgers would shut authorities out.
 */
@Injectable()
export class Attempts {
  readonly #failed = new Map<string, Failures>();

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly limits: RateLimits,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    private readonly clock: WallClock,
  ) {}

  /**
   * @param tokenOf takes the token from the request
   * @throws EdgeError `too-many-requests`; TokenError
   */
  async signIn(request: Request, tokenOf: () => string): Promise<Caller> {
    let token: string | undefined;
    try {
      token = tokenOf();
      // Mostly nobody has failed so often, and then nothing need be hashed.
      if (this.#failed.size > 0) this.#requireHope(this.#claimOf(request, token));
      return await this.tokens.verify(token);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      if (NO_ATTEMPT.includes(error.code)) await this.limits.use(['anonymous'], this.#addressOf(request));
      else await this.#fail(request, token);
      throw error;
    }
  }

  /** Of an authority, or the secret of a face. @throws EdgeError `too-many-requests`, and what `verify` throws */
  async signature(request: Request, verify: () => Promise<string> | string): Promise<string> {
    try {
      return await verify();
    } catch (error) {
      if (!(error instanceof EdgeError && NOT_SIGNED.includes(error.code))) throw error;
      const named = NAMELESS.includes(error.code) ? 'none' : request.get(AUTHORITY_HEADER);
      await this.limits.use(['signatures'], `${this.#addressOf(request)}:${named}`);
      throw error;
    }
  }

  #requireHope(claim: string): void {
    const failures = this.#failuresOf(claim);
    if (failures && failures.count >= TRIES) this.limits.refuse('signIns', failures.until - this.clock.now());
  }

  async #fail(request: Request, token: string | undefined): Promise<void> {
    const wait = await this.limits.count('signIns', this.#addressOf(request));
    if (wait === 0) return;
    const claim = this.#claimOf(request, token);
    const count = (this.#failuresOf(claim)?.count ?? 0) + 1;
    this.#remember(claim, { count, until: this.clock.now() + wait });
    this.limits.refuse('signIns', wait);
  }

  /** Who is said to be there, and where: what names nobody is one and the same. */
  #claimOf(request: Request, token: string | undefined): string {
    const person = token === undefined ? undefined : claimedPerson(token);
    const address = this.#addressOf(request);
    return person === undefined ? address : `${address} ${this.pseudonyms.of('person', person)}`;
  }

  #addressOf(request: Request): string {
    return this.pseudonyms.of('address', clientAddress(request));
  }

  #failuresOf(claim: string): Failures | undefined {
    const failures = this.#failed.get(claim);
    return failures && failures.until > this.clock.now() ? failures : undefined;
  }

  #remember(claim: string, failures: Failures): void {
    this.#failed.delete(claim);
    // Maps keep the order in which they were filled: the first is the longest forgotten.
    if (this.#failed.size >= MOST_REMEMBERED) this.#failed.delete(this.#failed.keys().next().value!);
    this.#failed.set(claim, failures);
  }
}
