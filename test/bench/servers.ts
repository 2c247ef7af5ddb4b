import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startPostgres } from '../../apps/standalone/src/embedded/postgres.js';
import { findRedisServer, startRedis } from '../../apps/standalone/src/embedded/redis.js';

/** As in production: every commit is on disk before it is told of. */
export const POSTGRES_SETTINGS = {
  synchronous_commit: 'on',
  fsync: 'on',
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  wal_compression: 'off',
  checkpoint_timeout: '15min',
  max_connections: '100',
} as const;

/** `appendfsync everysec`, and never evicting: what `startRedis` sets for a folder that is kept. */
export const REDIS_SETTINGS = {
  appendonly: 'yes',
  appendfsync: 'everysec',
  'maxmemory-policy': 'noeviction',
};

export interface Servers {
  readonly postgres: { readonly url: string; readonly pid: number };
  readonly redis: { readonly url: string; readonly pid: number };
  /** The address of a database, created unless it is there. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A Postgres and a Redis of the benchmark's own. */
export async function startServers(): Promise<Servers> {
  const binary = findRedisServer();
  if (binary === undefined) {
    throw new Error('The benchmark needs Redis: install redis-server or valkey-server.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'overgang-bench-'));
  const postgres = await startPostgres({ database: 'bench', settings: POSTGRES_SETTINGS });
  const redis = await startRedis({ binary, folder: join(folder, 'redis') });
  return {
    postgres,
    redis,
    database: async name => {
      await createDatabase(postgres.url, name);
      const url = new URL(postgres.url);
      url.pathname = name;
      return url.href;
    },
    stop: async () => {
      await redis.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
