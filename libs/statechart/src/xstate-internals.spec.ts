import { createRequire } from 'node:module';
import { XSTATE_VERSION } from './xstate-internals.js';

it('were read at the version in use', () => {
  const { version } = createRequire(import.meta.url)('xstate/package.json') as { version: string };
  expect(version).toBe(XSTATE_VERSION);
});
