import { type Redis } from 'ioredis';
import { describeWithRedis, freshRedis, type FreshRedis, until } from '../../../test/support/index.js';
import { connectRedis } from './redis-connection.js';

describeWithRedis('writes to Redis', () => {
  let redis: FreshRedis;
  let client: Redis;

  beforeAll(async () => {
    redis = await freshRedis();
    client = connectRedis(redis.url, 'patient', () => undefined) as Redis;
    await until(() => client.status === 'ready', 'the connection');
  });
  afterAll(async () => {
    client?.disconnect();
    await redis?.stop();
  });

  /** Sends a hundred commands in one turn. */
  async function sendMany(): Promise<void> {
    const sent = Array.from({ length: 100 }, (_, i) => client.rpush('list', i));
    const { stream } = client;
    expect(stream.writableCorked).toBe(1);
    const lengths = await Promise.all(sent);
    expect(stream.writableCorked).toBe(0);
    expect(lengths).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(await client.lrange('list', 0, -1)).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
    await client.del('list');
  }

  it('of one turn go together, in their order', sendMany);

  it('do so after a connection that was lost', async () => {
    const lost = client.stream;
    lost.destroy();
    await until(() => client.stream !== lost && client.status === 'ready', 'another connection');
    await sendMany();
  });
});
