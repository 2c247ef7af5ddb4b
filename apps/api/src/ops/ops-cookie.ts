import { type CookieOptions } from 'express';
import { type Instant } from '#statechart';

/** Token for where callers reach the API; undefined: where it listens. */
export const PUBLIC_URL = Symbol('public URL');

const NAME = 'overgang_ops';
const PATH = '/ops/queues';
const ID = /^[\w-]{16,64}$/;

/** How long a session of ops lasts at most, in milliseconds. */
export const LONGEST_SESSION = 15 * 60 * 1000;

export interface OpsCookie {
  readonly name: string;
  readonly options: CookieOptions;
}

/**
 * The session cookie of the pages under `/ops/queues`, and of nothing else: it names a session and carries no token.
 *
 * @param secure whether callers come over https: its name then says so, and a browser takes it over nothing else (RFC 6265bis, 4.1.3.1)
 * @param lifetime in milliseconds
 */
export function opsCookie(secure: boolean, lifetime: number): OpsCookie {
  const options: CookieOptions = {
    path: PATH,
    httpOnly: true,
    // Never sent along from another site, so that no other page can act as ops.
    sameSite: 'strict',
    secure,
    maxAge: lifetime,
  };
  return { name: secure ? `__Secure-${NAME}` : NAME, options };
}

/** How long a session may last that a token opens: no longer than the token. */
export function sessionLifetime(expires: Instant, now: Instant): number {
  return Math.max(0, Math.min(LONGEST_SESSION, expires - now));
}

/** The session that a `Cookie` header names, if it names one. */
export function sessionOfCookie(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=');
    if ((name === NAME || name === `__Secure-${NAME}`) && ID.test(value)) return value;
  }
  return undefined;
}
