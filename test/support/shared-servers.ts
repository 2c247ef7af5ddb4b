import { startPostgres } from '../../apps/standalone/src/embedded/postgres.js';
import { findRedisServer, startRedis } from '../../apps/standalone/src/embedded/redis.js';

/** Names of the environment variables by which the tests' processes learn the addresses. */
export const POSTGRES_URL = 'OVERGANG_TEST_POSTGRES_URL';
export const POSTGRES_FOLDER = 'OVERGANG_TEST_POSTGRES_FOLDER';
export const REDIS_URL = 'OVERGANG_TEST_REDIS_URL';

/**
 * Settings of Postgres in tests: small, and without waiting for the disk: a test machine that loses power loses nothing.
 * synchronous_commit stays on: with it off, a commit could be seen to be late.
 */
export const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '200',
  max_wal_size: '256MB',
  autovacuum_max_workers: '1',
};

/** One Postgres, and one Redis unless `REDIS_URL` names one or none is installed, for a whole run of tests. */
export async function startShared(): Promise<{ stop(): Promise<void> }> {
  const postgres = await startPostgres({ database: 'postgres', settings: SETTINGS });
  process.env[POSTGRES_URL] = postgres.url;
  process.env[POSTGRES_FOLDER] = postgres.dataFolder;

  const given = process.env['REDIS_URL'];
  const binary = given === undefined ? findRedisServer() : undefined;
  const redis = binary === undefined ? undefined : await startRedis({ binary });
  const url = given ?? redis?.url;
  if (url !== undefined) process.env[REDIS_URL] = url;

  return {
    stop: async () => {
      await redis?.stop();
      await postgres.stop();
    },
  };
}
