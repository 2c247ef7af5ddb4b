import { createHash } from 'node:crypto';

/**
 * A name that a system chose, such as the id of a report: still the same for the same, but not to be read. Journal origins are not
 * sealed, and anything can be in a name. What people choose is named by a keyed digest: few enough to be tried are likely.
 *
 * @param scope within which the name names one thing
 */
export function opaque(scope: string, name: string): string {
  return createHash('sha256').update(`${scope}\n${name}`).digest('base64url');
}
