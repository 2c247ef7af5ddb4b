import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../apps/standalone/src/embedded/free-port.js';
import { findRedisServer, startRedis } from '../../apps/standalone/src/embedded/redis.js';
import { runFolder } from './database.js';
import { REDIS_URL } from './shared-servers.js';

export interface FreshRedis {
  readonly url: string;
  /** Ends the server; clients lose their connections. What it held comes back with `start`. */
  stop(): Promise<void>;
  /** SIGKILL: it writes nothing more. What it had written comes back with `start`. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  /** Ends it and starts it again with nothing: its disk is lost. */
  startEmpty(): Promise<void>;
  /** Forgets everything (FLUSHALL). */
  flush(): Promise<void>;
}

/** Whether this run has Redis at all: `REDIS_URL`, or a redis-server or valkey-server on the PATH. */
export const hasRedis = process.env[REDIS_URL] !== undefined;

/** `describe` for tests that need Redis: reported as skipped where there is none. */
export const describeWithRedis = hasRedis ? describe : describe.skip;

/**
 * The Redis that all tests of this run share. Others use it at the same time: give queues a prefix or a name of
 * their own, and never flush it.
 */
export function redisUrl(): string {
  const url = process.env[REDIS_URL];
  if (url === undefined)
    throw new Error('No Redis in this run: use describeWithRedis for tests that need one.');
  return url;
}

/** A Redis server of one test's own, to be stopped, started and emptied at will. Stop it in the end. */
export async function freshRedis(): Promise<FreshRedis> {
  const binary = findRedisServer();
  if (binary === undefined) throw new Error('freshRedis needs a redis-server or valkey-server on the PATH.');
  const folder = join(runFolder(), `redis-${randomUUID()}`);
  mkdirSync(folder);
  const at = { port: await freePort(), password: randomBytes(12).toString('hex') };
  let server = await startRedis({ binary, folder, at });
  const start = async (): Promise<void> => {
    await server.stop();
    server = await startRedis({ binary, folder, at });
  };
  return {
    url: server.url,
    stop: () => server.stop(),
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    start,
    startEmpty: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
      await start();
    },
    flush: async () => {
      const client = new Redis(server.url);
      await client.flushall();
      client.disconnect();
    },
  };
}
