import { freshRedis } from '../../support/index.js';
import type { FreshRedis } from '../../support/index.js';

/** Where the queues are: one Redis, or a Redis Cluster. */
export interface QueueServer extends Pick<FreshRedis, 'kill' | 'start' | 'startEmpty' | 'flush' | 'stop'> {
  /** As in REDIS_URL. */
  readonly url: string;
  /** Whether it can be reached over a proxy: the nodes of a cluster tell clients their own addresses. */
  readonly proxied: boolean;
}

/** The one that OVERGANG_REDIS asks for. */
export async function startQueueServer(): Promise<QueueServer> {
  const redis = await freshRedis();
  return { ...redis, proxied: true };
}
