import { PostgresBackend } from './postgres-backend.js';
import { type OnError, type QueueBackend } from './queue-backend.js';
import { RedisBackend } from './redis-backend.js';

export interface QueueBackendOptions {
  /** `redis://…`, `rediss://…`, several with commas for a cluster, or `postgres://…` where there is no Redis. */
  readonly url: string;
  /** As in {@link RedisBackendOptions}. */
  readonly namespace?: string | undefined;
  readonly patience?: number;
  readonly onError: OnError;
}

/**
 * Factory of queue backends: opens what the URL names. Said nothing more, it connects again whenever a connection is lost.
 *
 * @throws Error when it cannot be reached, or is not fit to hold queues; the message says how to mend it
 */
export async function openQueueBackend(options: QueueBackendOptions): Promise<QueueBackend> {
  return /^postgres(ql)?:/.test(options.url) ? PostgresBackend.open(options) : RedisBackend.open(options);
}
