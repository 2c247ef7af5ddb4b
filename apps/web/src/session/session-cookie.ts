import { type CookieOptions } from 'express';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

export interface SessionCookie {
  readonly name: string;
  readonly options: CookieOptions;
}

/**
 * The cookie that names a browser's session; it goes with the browser's window. Lax: the way back from the issuer is one from another
 * site. Over https a browser takes it from nobody but this host (RFC 6265bis, 4.1.3.2).
 *
 * @throws Error where it would go over a network in plain text
 */
export function sessionCookie(publicUrl: string): SessionCookie {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  if (!secure && !LOOPBACK.test(hostname)) {
    throw new Error(
      `PUBLIC_URL is ${protocol}//${hostname}: who has signed in there could be overheard. Set it to an address that begins with https.`,
    );
  }
  return {
    name: secure ? '__Host-overgang' : 'overgang_session',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
