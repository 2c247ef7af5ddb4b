import { randomUUID } from 'node:crypto';
import { openQueueBackend, type QueueBackend } from '#queue';
import { freshDatabase, hasRedis, redisUrl } from '../../support/index.js';

export interface OpenBackend {
  readonly backend: QueueBackend;
  /** Where it is, for another process to open it. */
  another(): Promise<QueueBackend>;
  /** What failed in the background. */
  readonly errors: Error[];
  close(): Promise<void>;
}

export interface QueueAdapter {
  readonly name: string;
  open(): Promise<OpenBackend>;
}

const redis: QueueAdapter = {
  name: 'Redis',
  open: () => openAt(redisUrl(), async () => undefined),
};

const postgres: QueueAdapter = {
  name: 'Postgres',
  open: async () => {
    const { url, drop } = await freshDatabase();
    return openAt(url, drop);
  },
};

async function openAt(url: string, remove: () => Promise<void>): Promise<OpenBackend> {
  const errors: Error[] = [];
  const namespace = `test-${randomUUID()}`;
  const open = () => openQueueBackend({ url, namespace, onError: error => errors.push(error) });
  const backends = [await open()];
  return {
    backend: backends[0]!,
    another: async () => {
      const backend = await open();
      backends.push(backend);
      return backend;
    },
    errors,
    close: async () => {
      for (const backend of backends) await backend.close();
      await remove();
    },
  };
}

/** Every backend of the queues that this machine has. */
export const QUEUE_ADAPTERS: readonly QueueAdapter[] = hasRedis ? [redis, postgres] : [postgres];
