import { freshRedis, type FreshRedis, freshRedisCluster } from '../../support/index.js';

/** Where the queues are: one Redis, or a Redis Cluster. */
export interface QueueServer extends Pick<FreshRedis, 'kill' | 'start' | 'startEmpty' | 'flush' | 'stop'> {
  /** As in REDIS_URL. */
  readonly url: string;
  /** Whether it can be reached over a proxy: the nodes of a cluster tell clients their own addresses. */
  readonly proxied: boolean;
}

/** One Redis; with `OVERGANG_REDIS=cluster` a cluster of three. */
export async function startQueueServer(): Promise<QueueServer> {
  const wanted = process.env['OVERGANG_REDIS'] ?? 'single';
  if (wanted === 'cluster') return { ...(await freshRedisCluster()), proxied: false };
  if (wanted === 'single') return { ...(await freshRedis()), proxied: true };
  throw new Error(`OVERGANG_REDIS is neither "single" nor "cluster": ${wanted}`);
}
