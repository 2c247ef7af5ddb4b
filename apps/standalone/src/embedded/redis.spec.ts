import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describeWithRedis, runFolder } from '../../../../test/support/index.js';
import { findRedisServer, startRedis, type PrivateRedis } from './redis.js';

const newFolder = (): string => {
  const folder = join(runFolder(), `redis ${randomUUID()}`); // a space, as in a home folder
  mkdirSync(folder);
  return folder;
};

async function ask<T>(redis: PrivateRedis, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(redis.url);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

describe('findRedisServer', () => {
  it('prefers Valkey, wherever on the PATH it is, and passes over what cannot be run', () => {
    const [valkey, redis, plain] = [newFolder(), newFolder(), newFolder()];
    writeFileSync(join(valkey, 'valkey-server'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(redis, 'redis-server'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(plain, 'valkey-server'), 'a text', { mode: 0o644 });
    expect(findRedisServer(`${redis}:${valkey}`)).toBe(join(valkey, 'valkey-server'));
    expect(findRedisServer(`${plain}:${redis}`)).toBe(join(redis, 'redis-server'));
    expect(findRedisServer(`${plain}:/nowhere::`)).toBeUndefined();
  });
});

describeWithRedis('private Redis', () => {
  const binary = findRedisServer() ?? '';

  it('keeps what it was told between runs when it has a folder', async () => {
    const folder = newFolder();
    const first = await startRedis({ binary, folder });
    await ask(first, client => client.set('kept', 'yes'));
    await first.stop();
    const second = await startRedis({ binary, folder });
    expect(await ask(second, client => client.get('kept'))).toBe('yes');
    expect(await ask(second, client => client.config('GET', 'maxmemory-policy'))).toEqual([
      'maxmemory-policy',
      'noeviction',
    ]);
    await second.stop();
  });

  it('answers only who knows its password', async () => {
    const redis = await startRedis({ binary });
    const stranger = new Redis(redis.url.replace(/:\/\/.*@/, '://'), { lazyConnect: true });
    stranger.on('error', () => {}); // refused on purpose
    await expect(stranger.get('anything')).rejects.toThrow('NOAUTH');
    stranger.disconnect();
    await redis.stop();
  });

  it('says why when it does not start', async () => {
    const redis = await startRedis({ binary });
    const port = Number(new URL(redis.url).port);
    await expect(startRedis({ binary, at: { port, password: 'x' } })).rejects.toThrow(
      /Redis .* ended .*in use/s,
    );
    await redis.stop();
    await expect(startRedis({ binary: '/nowhere/redis-server' })).rejects.toThrow(
      'Redis (/nowhere/redis-server) could not be started',
    );
  });
});
