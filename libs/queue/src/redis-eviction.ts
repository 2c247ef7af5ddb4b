import { Cluster } from 'ioredis';
import { type RedisClient } from './redis-connection.js';

/**
 * Start-up check: refuses a Redis whose eviction policy would throw away jobs.
 *
 * @throws Error that says how to mend it
 */
export async function requireNoEviction(client: RedisClient, address: string): Promise<void> {
  const nodes = client instanceof Cluster ? client.nodes('master') : [client];
  for (const node of nodes) {
    // Read from INFO: services that run Redis for others often refuse CONFIG.
    const policy = /^maxmemory_policy:(\S+)/m.exec(await node.info('memory'))?.[1];
    if (policy === undefined || policy === 'noeviction') continue;
    throw new Error(
      `Redis at ${address} has maxmemory-policy ${policy} and would throw away jobs when memory is short: ` +
        'set "maxmemory-policy noeviction" in its configuration, or for now run: redis-cli config set maxmemory-policy noeviction',
    );
  }
}
