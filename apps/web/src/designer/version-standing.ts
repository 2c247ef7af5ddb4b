import { type CatalogueVersion } from '../rest/documents.js';

export type VersionStanding = 'inForce' | 'coming' | 'replaced' | 'withdrawn';

/** @param inForce hash of the version that journeys start on today @param today `YYYY-MM-DD` */
export function versionStandingOf(
  { hash, current, withdrawn, effective }: CatalogueVersion,
  inForce: string | undefined,
  today: string,
): VersionStanding {
  if (withdrawn) return 'withdrawn';
  if (hash === inForce) return 'inForce';
  return current && effective > today ? 'coming' : 'replaced';
}
