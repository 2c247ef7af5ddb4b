import { Inject, Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { cookieIn } from '../http/cookie-in.js';
import { faceCookie, type FaceCookie } from './face-cookie.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';

/** A sign-in between the way to the issuer and the way back. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Path to go to afterwards. */
  readonly back: string;
}

/** Sign-ins that one browser may have under way: one for each of its windows. */
const MOST_UNDER_WAY = 5;
/** Characters of the sealed cookie: browsers take 4096 bytes with its name and attributes (RFC 6265, section 6.1). */
const LONGEST = 3_800;
/** For how long one may be at the issuer, in milliseconds. */
const PATIENCE = 20 * 60_000;

/**
 * *Sealed cookie* (JWE, RFC 7516): the browser itself keeps its sign-ins that are under way, and can neither read nor make one. So whoever
 * comes and goes without signing in, however often, leaves nothing in the database.
 */
@Injectable()
export class SignInCookie {
  readonly #cookie: FaceCookie;

  constructor(@Inject(SESSION_OPTIONS) private readonly options: SessionOptions) {
    this.#cookie = faceCookie(options.publicUrl, 'sign-in');
  }

  /** Those that a browser has under way, the newest first. */
  async of(request: Request): Promise<readonly SignInUnderWay[]> {
    const sealed = cookieIn(request, this.#cookie.name);
    if (sealed === undefined) return [];
    for (const key of this.options.keys('sign-ins')) {
      try {
        const currentDate = new Date(this.options.clock.now());
        const { payload } = await jwtDecrypt(sealed, key, { currentDate, requiredClaims: ['exp'] });
        return payload['underWay'] as readonly SignInUnderWay[];
      } catch {
        // Of another key, too old, or made up.
      }
    }
    return [];
  }

  /** Has the browser keep these: the newest that there is room for. */
  async keep(response: Response, underWay: readonly SignInUnderWay[]): Promise<void> {
    const { name, options } = this.#cookie;
    if (underWay.length === 0) {
      response.clearCookie(name, options);
      return;
    }
    const kept = underWay.slice(0, MOST_UNDER_WAY);
    const sealed = await this.#sealed(kept);
    if (sealed.length > LONGEST) {
      const [newest] = kept;
      await this.keep(response, kept.length > 1 ? kept.slice(0, -1) : [{ ...newest!, back: '/' }]);
      return;
    }
    response.cookie(name, sealed, { ...options, maxAge: PATIENCE });
  }

  #sealed(underWay: readonly SignInUnderWay[]): Promise<string> {
    const now = Math.floor(this.options.clock.now() / 1_000);
    return new EncryptJWT({ underWay })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(now + PATIENCE / 1_000)
      .encrypt(this.options.keys('sign-ins')[0]!);
  }
}
