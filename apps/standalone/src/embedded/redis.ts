import { randomBytes } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.js';
import { serverFolder } from './server-folder.js';
import { startServer, type ServerProcess } from './server-process.js';

export interface PrivateRedis extends ServerProcess {
  /** `redis://:password@127.0.0.1:port` */
  readonly url: string;
}

export interface PrivateRedisOptions {
  /** What `findRedisServer` found. */
  readonly binary: string;
  /** Kept between runs, written with every command appended. Without it nothing is written to disk. */
  readonly folder?: string;
  /** To come back at the address it had before; by default a free port and a new password. */
  readonly at?: { readonly port: number; readonly password: string };
  /** Further lines of its configuration. */
  readonly settings?: readonly string[];
}

/** Path of the Valkey or Redis server on the PATH, if there is one. */
export function findRedisServer(path = process.env['PATH'] ?? ''): string | undefined {
  return ['valkey-server', 'redis-server']
    .flatMap(name =>
      path
        .split(delimiter)
        .filter(Boolean)
        .map(folder => join(folder, name)),
    )
    .find(isExecutable);
}

/**
 * Starts a Redis of our own on a free port of 127.0.0.1. It never evicts (BullMQ would lose jobs), and ends with
 * this process, however that ends.
 *
 * @throws Error with Redis's own words when it does not start
 */
export async function startRedis(options: PrivateRedisOptions): Promise<PrivateRedis> {
  const { folder, temporary, discard } = serverFolder('redis', options.folder);
  const { port, password } = options.at ?? {
    port: await freePort(),
    password: randomBytes(24).toString('base64url'),
  };
  const server = await startServer({
    name: `Redis (${options.binary})`,
    command: options.binary,
    args: ['-'], // settings on standard input: a password on the command line is everybody's to read
    input: [
      `port ${port}`,
      'bind 127.0.0.1',
      `requirepass ${password}`,
      'maxmemory-policy noeviction',
      'save ""',
      `appendonly ${temporary ? 'no' : 'yes'}`,
      'appendfsync everysec',
      ...(options.settings ?? []),
      '',
    ].join('\n'),
    readyWhenPrinted: 'eady to accept connections',
    stopSignal: 'TERM',
    cwd: folder, // where it writes
    temporaryFolder: temporary ? folder : undefined,
  }).catch((error: unknown) => {
    discard();
    throw error;
  });
  return {
    pid: server.pid,
    ended: server.ended,
    url: `redis://:${password}@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      discard();
    },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
