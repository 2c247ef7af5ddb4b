import { Redis } from 'ioredis';
import pg from 'pg';
import { describeWithRedis, freshDatabase, freshRedis, redisUrl, until } from './index.js';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('freshDatabase', () => {
  it('gives databases that know nothing of each other, on a Postgres that commits before it answers', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await query(one.url, 'create table only_here ()');
    await expect(query(other.url, 'select * from only_here')).rejects.toThrow(/does not exist/);
    expect(await query(one.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await query(one.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(query(one.url, 'select 1')).rejects.toThrow(/does not exist/);
  });
});

describeWithRedis('redis', () => {
  it('is there for all tests, and never evicts', async () => {
    const client = new Redis(redisUrl());
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    client.disconnect();
  });

  it('can be stopped, started with what it held, and emptied', async () => {
    const redis = await freshRedis();
    const client = new Redis(redis.url, { maxRetriesPerRequest: null });
    client.on('error', () => {}); // it is stopped on purpose
    await client.set('kept', 'yes');
    await redis.stop();
    await until(() => client.status !== 'ready', 'the client to notice');
    await redis.start();
    expect(await client.get('kept')).toBe('yes');
    await redis.flush();
    expect(await client.get('kept')).toBeNull();
    client.disconnect();
    await redis.stop();
  });
});
