import { importTypeScript } from './typescript.mjs';

/** Starts what all tests of this run share; addresses go to the tests by environment variables. */
export default async function setUp() {
  importTypeScript();
  const { startShared } = await import('./shared-servers.ts');
  globalThis.overgangServers = await startShared();
}
