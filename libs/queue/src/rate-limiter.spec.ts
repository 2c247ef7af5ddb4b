import { randomUUID } from 'node:crypto';
import {
  describeWithRedis,
  freshDatabase,
  freshRedis,
  freshRedisCluster,
  until,
  type FreshRedis,
} from '../../../test/support/index.js';
import { openQueueBackend } from './open-queue-backend.js';
import { type QueueBackend } from './queue-backend.js';

const HOUR = 3_600_000;
const onError = (): void => undefined;
const open = (url: string): Promise<QueueBackend> => openQueueBackend({ url, onError });

describe.each<[string, () => Promise<FreshRedis>]>([
  ['Redis', freshRedis],
  ['a Redis Cluster', freshRedisCluster],
])('limits in %s', (_, startServer) => {
  describeWithRedis('of its own', () => {
    let redis: FreshRedis;
    let backends: QueueBackend[];
    beforeEach(async () => {
      redis = await startServer();
      backends = await Promise.all([open(redis.url), open(redis.url)]);
    }, 60_000);
    afterEach(async () => {
      await Promise.all(backends.map(backend => backend.close()));
      await redis.stop();
    });
    const limiters = (points: number, seconds: number) =>
      backends.map(backend => backend.newRateLimiter('starts', { points, seconds }));

    it('are shared by processes, and each caller and each limit has its own', async () => {
      const [here, there] = limiters(3, 3_600);
      expect([await here!.use('a'), await there!.use('a'), await here!.use('a')]).toEqual([0, 0, 0]);
      for (const limiter of [here, there]) {
        const wait = await limiter!.use('a');
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(HOUR);
      }
      expect(await here!.use('b')).toBe(0);
      const others = backends[0]!.newRateLimiter('drafts', { points: 1, seconds: 3_600 });
      expect([await others.use('a'), (await others.use('a')) > 0]).toEqual([0, true]);
    });

    it('end with their window', async () => {
      const [limiter] = limiters(1, 1);
      expect(await limiter!.use('a')).toBe(0);
      expect(await limiter!.use('a')).toBeGreaterThan(0);
      await until(async () => (await limiter!.use('a')) === 0, 'the next window');
    });

    it('are counted in memory while Redis is away, and in Redis again when it is back', async () => {
      const [here, there] = limiters(2, 3_600);
      await redis.stop();
      expect([await here!.use('a'), await here!.use('a')]).toEqual([0, 0]);
      expect(await here!.use('a')).toBeGreaterThan(0);
      expect(await there!.use('a')).toBe(0);
      await redis.start();
      await until(async () => {
        const key = randomUUID();
        await here!.use(key);
        await there!.use(key);
        return (await here!.use(key)) > 0;
      }, 'both to count together again');
    }, 60_000);
  });
});

describe('limits where the queues are in Postgres', () => {
  it('are counted by each process for itself', async () => {
    const { url, drop } = await freshDatabase();
    const backends = await Promise.all([open(url), open(url)]);
    const [here, there] = backends.map(backend =>
      backend.newRateLimiter('starts', { points: 1, seconds: 3_600 }),
    );
    expect([await here!.use('a'), await there!.use('a')]).toEqual([0, 0]);
    expect(await here!.use('a')).toBeGreaterThan(0);
    await Promise.all(backends.map(backend => backend.close()));
    await drop();
  });
});
