import { simulate } from './simulate.js';

const SEEDS = Array.from({ length: 20 }, (_, index) => 101 + index);

describe('a seed', () => {
  it('gives the same run, step by step, each time', async () => {
    const digests = new Set<string>();
    for (const seed of SEEDS) {
      const digest = (await simulate(seed)).world.trace.digest();
      expect((await simulate(seed)).world.trace.digest()).toBe(digest);
      digests.add(digest);
    }
    expect(digests.size).toBe(SEEDS.length);
  });
});
