import { type CookieOptions } from 'express';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** What a cookie is for: a browser's session, or its sign-ins that are under way. */
type Purpose = 'session' | 'sign-in';

const NAMES = {
  session: { secure: '__Host-overgang', plain: 'overgang_session' },
  'sign-in': { secure: '__Host-overgang-sign-in', plain: 'overgang_sign_in' },
} as const;

export interface FaceCookie {
  readonly name: string;
  readonly options: CookieOptions;
}

/**
 * A cookie that goes with the browser's window, unless said otherwise. Lax: the way back from the issuer is one from another site. Over
 * https a browser takes it from nobody but this host (RFC 6265bis, 4.1.3.2).
 *
 * @throws Error where it would go over a network in plain text
 */
export function faceCookie(publicUrl: string, purpose: Purpose): FaceCookie {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  if (!secure && !LOOPBACK.test(hostname)) {
    throw new Error(
      `PUBLIC_URL is ${protocol}//${hostname}: who has signed in there could be overheard. Set it to an address that begins with https.`,
    );
  }
  return {
    name: NAMES[purpose][secure ? 'secure' : 'plain'],
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
