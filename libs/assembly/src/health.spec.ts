import { Health } from './health.js';

const up = { name: 'postgres', ask: async () => undefined };

describe('Health', () => {
  it('is ready when everything answers', async () => {
    expect(await new Health([up]).readiness()).toEqual({ ready: true, dependencies: { postgres: 'up' } });
  });

  it('is not ready when one thing does not answer, and says which', async () => {
    const down = { name: 'queue', ask: () => Promise.reject(new Error('away')) };
    const silent = { name: 'vault', ask: () => new Promise<void>(() => undefined) };
    expect(await new Health([up, down, silent]).readiness()).toEqual({
      ready: false,
      dependencies: { postgres: 'up', queue: 'down', vault: 'down' },
    });
  });
});
