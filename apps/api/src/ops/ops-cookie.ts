import type { CookieOptions } from 'express';
import type { Instant } from '#statechart';

export const OPS_COOKIE = 'overgang_ops';

/** Token for where callers reach the API; undefined: where it listens. */
export const PUBLIC_URL = Symbol('public URL');

const LONGEST_MS = 15 * 60 * 1000;

/** The cookie that carries a token to the pages under `/ops/queues`, and nowhere else; it ends with the token. */
export function opsCookie(
  token: string,
  expires: Instant,
  now: Instant,
  secure: boolean,
): { readonly name: string; readonly value: string; readonly options: CookieOptions } {
  const options: CookieOptions = {
    path: '/ops/queues',
    httpOnly: true,
    // Never sent along from another site, so that no other page can act as ops.
    sameSite: 'strict',
    secure,
    maxAge: Math.max(0, Math.min(LONGEST_MS, expires - now)),
  };
  return { name: OPS_COOKIE, value: token, options };
}

/** The token of a `Cookie` header, if there is one. */
export function tokenOfCookie(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map(pair => pair.trim());
  const found = pairs.find(pair => pair.startsWith(`${OPS_COOKIE}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(OPS_COOKIE.length + 1));
}
