import { MISTAKES } from './mistakes.js';
import { firstToFind } from './seeds.js';

/** Seeds within which each mistake must be found. */
const WITHIN = 60;
const PATIENCE = 300_000;

describe('the audit of some run finds a runtime', () => {
  it.each(MISTAKES)(
    'that $name',
    async ({ mistake, breaks }) => {
      const seed = await firstToFind(mistake, breaks, WITHIN);
      expect(seed).toBeGreaterThan(0);
    },
    PATIENCE,
  );
});
