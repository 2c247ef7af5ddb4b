import { type Extent } from '#journey';
import { type AuthorityExtension } from './written-contract.js';

/** Unless a contract says another, its tier says how far it reaches. */
const EXTENT_OF_TIER = { municipal: 'municipality', regional: 'region', state: 'country' } as const;

/** How far whoever takes the role reaches. */
export function extentOf({ tier, heldBy }: AuthorityExtension): Extent {
  return heldBy ?? EXTENT_OF_TIER[tier];
}
