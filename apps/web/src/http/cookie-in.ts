import { type Request } from 'express';

/** Value of a cookie that a browser has sent, as it was sent (RFC 6265, section 4.2); undefined when there is none of this name. */
export function cookieIn({ headers }: Request, name: string): string | undefined {
  const cookies = headers.cookie?.split(/; */) ?? [];
  return cookies.find(cookie => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
