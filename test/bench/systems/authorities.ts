import { Catalogue } from '#authorities';
import { createAuthoritiesApp } from '../../../apps/authorities/src/create-authorities-app.js';
import { AUTHORITIES_SECRET, HOST } from './start-bench-api.js';

/** The simulated authorities, over HTTP. */
export async function open() {
  const app = await createAuthoritiesApp({
    catalogue: Catalogue.load(),
    secrets: AUTHORITIES_SECRET,
    callbackBaseUrl: () => undefined,
  });
  const address = await app.listen(0, HOST);
  return { address: () => address };
}
