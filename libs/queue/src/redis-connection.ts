import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { coalesceWrites } from './coalesced-writes.js';
import { type OnError } from './queue-backend.js';

export type RedisClient = Redis | Cluster;

const SECOND = 1_000;

const RECONNECTING: RedisOptions = {
  connectTimeout: 5 * SECOND,
  keepAlive: 10 * SECOND,
  // A process that ends need not wait long for a Redis that is gone.
  disconnectTimeout: 200,
  retryStrategy: times => Math.min(times * 100, 2 * SECOND),
};

/**
 * Fail-fast connection, for rings: a command that Redis cannot take now fails now, for the relay rings again and waiting
 * commands would pile up.
 */
const IMPATIENT: RedisOptions = {
  ...RECONNECTING,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 5 * SECOND,
};

/** Waiting connection, for workers: BullMQ blocks on it until Redis is back. */
const PATIENT: RedisOptions = { ...RECONNECTING, maxRetriesPerRequest: null };

/**
 * @param url `redis://…` or `rediss://…`; several, separated by commas, are nodes of a Redis Cluster
 * @throws Error when the URL is none
 */
export function connectRedis(url: string, kind: 'impatient' | 'patient', onError: OnError): RedisClient {
  const options = kind === 'impatient' ? IMPATIENT : PATIENT;
  const nodes = url.split(',').map(node => parse(node.trim()));
  const client =
    nodes.length === 1
      ? new Redis(nodes[0]!.href, options)
      : new Cluster(
          nodes.map(({ hostname, port }) => ({ host: hostname, port: Number(port || 6379) })),
          {
            redisOptions: { ...options, ...credentials(nodes[0]!) },
            enableOfflineQueue: kind === 'patient',
            clusterRetryStrategy: times => Math.min(times * 100, 2 * SECOND),
          },
        );
  client.on('error', onError);
  if (client instanceof Redis) coalesceWrites(client);
  else client.on('+node', coalesceWrites);
  return client;
}

/**
 * Waits until Redis answers.
 *
 * @throws Error naming the address when it does not within `patience` milliseconds
 */
export async function untilReady(client: RedisClient, url: string, patience: number): Promise<void> {
  let last = 'no connection';
  const remember = (error: Error) => (last = error.message || last);
  client.on('error', remember);
  const ready = new Promise<boolean>(resolve => {
    if (client.status === 'ready') resolve(true);
    client.once('ready', () => resolve(true));
    setTimeout(() => resolve(false), patience).unref();
  });
  const isReady = await ready;
  client.off('error', remember);
  if (isReady) return;
  throw new Error(
    `Redis at ${addressOf(url)} does not answer (${last}): start it, or set REDIS_URL to where it is`,
  );
}

/** The address without credentials. */
export function addressOf(url: string): string {
  return url
    .split(',')
    .map(node => parse(node.trim()))
    .map(({ protocol, host }) => `${protocol}//${host}`)
    .join(',');
}

function parse(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && (parsed.protocol === 'redis:' || parsed.protocol === 'rediss:')) return parsed;
  throw new Error(
    'REDIS_URL is not a Redis address: write redis://host:6379 (rediss:// with TLS; a comma between nodes of a cluster)',
  );
}

function credentials({ username, password, protocol }: URL): RedisOptions {
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}
