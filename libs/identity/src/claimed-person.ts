import { decodeJwt } from 'jose';

/** Unverified subject of a token, to tell callers apart before verification. */
export function claimedPerson(token: string): string | undefined {
  try {
    const { sub } = decodeJwt(token);
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}
