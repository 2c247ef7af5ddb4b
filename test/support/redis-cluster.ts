import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../apps/standalone/src/embedded/free-port.js';
import { findRedisServer, type PrivateRedis, startRedis } from '../../apps/standalone/src/embedded/redis.js';
import { runFolder } from './database.js';
import { type FreshRedis } from './redis.js';
import { until } from './until.js';

const NODES = 3;
/** Keys of a Redis Cluster stand in one of these. */
const SLOTS = 16_384;

interface Node {
  readonly folder: string;
  readonly port: number;
  /** Where it talks with the other nodes. */
  readonly bus: number;
}

/** A Redis Cluster of three nodes, of one test's own; its address is that of all nodes, separated by commas. Stop it in the end. */
export async function freshRedisCluster(): Promise<FreshRedis> {
  const binary = findRedisServer();
  if (binary === undefined)
    throw new Error('freshRedisCluster needs a redis-server or valkey-server on the PATH.');
  const password = randomBytes(12).toString('hex');
  const nodes: Node[] = [];
  for (let count = 0; count < NODES; count += 1) {
    const folder = join(runFolder(), `redis-${randomUUID()}`);
    nodes.push({ folder, port: await freePort(), bus: await freePort() });
  }
  const started = (): Promise<PrivateRedis[]> =>
    Promise.all(nodes.map(node => startNode(binary, node, password)));
  let servers = await started();
  await form(servers, nodes);

  const stop = async (): Promise<void> => {
    await Promise.all(servers.map(server => server.stop()));
  };
  const start = async (): Promise<void> => {
    await stop();
    servers = await started();
    await untilWhole(servers);
  };
  return {
    url: servers.map(({ url }) => url).join(','),
    stop,
    kill: async () => {
      for (const { pid } of servers) process.kill(pid, 'SIGKILL');
      await Promise.all(servers.map(({ ended }) => ended));
    },
    start,
    startEmpty: async () => {
      await stop();
      for (const { folder } of nodes) rmSync(folder, { recursive: true });
      servers = await started();
      await form(servers, nodes);
    },
    flush: async () => {
      await Promise.all(servers.map(({ url }) => ask(url, client => client.flushall())));
    },
  };
}

function startNode(binary: string, { folder, port, bus }: Node, password: string): Promise<PrivateRedis> {
  mkdirSync(folder, { recursive: true });
  const settings = ['cluster-enabled yes', `cluster-port ${bus}`, 'cluster-node-timeout 5000'];
  return startRedis({ binary, folder, at: { port, password }, settings });
}

/** Makes the nodes one cluster and gives each its share of the slots. */
async function form(servers: readonly PrivateRedis[], nodes: readonly Node[]): Promise<void> {
  const share = Math.ceil(SLOTS / servers.length);
  for (const [index, { url }] of servers.entries()) {
    const first = index * share;
    const last = Math.min(SLOTS, first + share) - 1;
    await ask(url, async client => {
      await client.cluster('SET-CONFIG-EPOCH', index + 1);
      await client.call('CLUSTER', 'ADDSLOTSRANGE', first, last);
    });
  }
  await ask(servers[0]!.url, async client => {
    for (const { port, bus } of nodes.slice(1)) await client.call('CLUSTER', 'MEET', '127.0.0.1', port, bus);
  });
  await untilWhole(servers);
}

/** Each of them knows all of them, and where every slot is. */
async function untilWhole(servers: readonly PrivateRedis[]): Promise<void> {
  for (const { url } of servers) {
    await ask(url, client =>
      until(async () => {
        const info = String(await client.cluster('INFO'));
        return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${servers.length}`);
      }, 'the nodes of the Redis Cluster to know each other'),
    );
  }
}

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}
