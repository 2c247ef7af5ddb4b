import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { copiedDatabase } from './database.js';
import {
  describeWithRedis,
  freshDatabase,
  freshPostgres,
  freshRedis,
  redisUrl,
  rowsFrom,
  until,
} from './index.js';

describe('freshDatabase', () => {
  it('gives databases that know nothing of each other, on a Postgres that commits before it answers', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await rowsFrom(one.url, 'create table only_here ()');
    await expect(rowsFrom(other.url, 'select * from only_here')).rejects.toThrow(/does not exist/);
    expect(await rowsFrom(one.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await rowsFrom(one.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(rowsFrom(one.url, 'select 1')).rejects.toThrow(/does not exist/);
  });
});

describe('copiedDatabase', () => {
  it('gives copies of what was filled once, that know nothing of each other', async () => {
    const filled: string[] = [];
    const fill = async (url: string) => {
      filled.push(url);
      await rowsFrom(url, 'create table filled as select 1 as one');
    };
    const name = randomUUID();
    const [one, other] = await Promise.all([copiedDatabase(name, fill), copiedDatabase(name, fill)]);
    expect(filled).toHaveLength(1);
    await rowsFrom(one.url, 'insert into filled values (2)');
    expect(await rowsFrom(other.url, 'select * from filled')).toEqual([{ one: 1 }]);
    await Promise.all([one.drop(), other.drop()]);
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
    await redis.kill();
    await until(() => client.status !== 'ready', 'the client to notice');
    await redis.start();
    expect(await client.get('kept')).toBe('yes');
    await redis.flush();
    expect(await client.get('kept')).toBeNull();
    await client.set('kept', 'again');
    await redis.startEmpty();
    expect(await client.get('kept')).toBeNull();
    client.disconnect();
    await redis.stop();
  });
});

describe('freshPostgres', () => {
  it('comes back after it was killed, with what was committed', async () => {
    const postgres = await freshPostgres();
    await rowsFrom(postgres.url, 'create table kept as select 1 as one');
    const open = new pg.Client({ connectionString: postgres.url });
    open.on('error', () => {}); // its server is killed on purpose
    await open.connect();
    await postgres.kill();
    await expect(open.query('select 1')).rejects.toThrow();
    await postgres.start();
    expect(await rowsFrom(postgres.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});
