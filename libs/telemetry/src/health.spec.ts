import { Health } from './health.js';

const up = { name: 'postgres', ask: async () => undefined };

describe('Health', () => {
  it('is ready when everything answers', async () => {
    expect(await new Health([up]).readiness()).toEqual({ ready: true, dependencies: { postgres: 'up' } });
  });

  it('is asked once, however many want to know at the same time', async () => {
    let asked = 0;
    const counting = { name: 'postgres', ask: async () => void (asked += 1) };
    const health = new Health([counting]);
    const answers = await Promise.all(Array.from({ length: 50 }, () => health.readiness()));
    expect(answers.every(({ ready }) => ready)).toBe(true);
    expect(asked).toBe(1);
    await health.readiness();
    expect(asked).toBe(2);
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
