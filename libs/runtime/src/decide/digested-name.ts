import { createHash } from 'node:crypto';

/**
 * Unkeyed digest (SHA-256) of a name that a system chose, such as the id of a report. Journal origins are not encrypted, and anything
 * can be in a name. Names that people choose need a keyed digest: the likely ones are few enough to be tried.
 *
 * @param scope within which the name names one thing
 */
export function digestedName(scope: string, name: string): string {
  return createHash('sha256').update(`${scope}\n${name}`).digest('base64url');
}
