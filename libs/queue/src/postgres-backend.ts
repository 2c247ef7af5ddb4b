import { createPostgresBackend, DEFAULT_SCHEMA, Queue, runMigrations } from 'bullmq';
import pg from 'pg';
import { BoundedWorker, type BoundedWorkerOptions, type ProcessJob } from './bounded-worker.js';
import {
  type Broadcast,
  type Topic,
  type JobQueue,
  type OnError,
  type QueueBackend,
} from './queue-backend.js';
import { MemoryRateLimiter } from './memory-rate-limiter.js';
import { postgresBroadcast } from './postgres-broadcast.js';
import { type Rate, type RateLimiter } from './rate-limiter.js';

export interface PostgresBackendOptions {
  readonly url: string;
  /** Most workers at once in this process: each keeps a connection to wait on. Default 40. */
  readonly workers?: number;
  readonly onError: OnError;
}

const SECOND = 1_000;

/** BullMQ's queues in Postgres, in a schema of their own: for where there is no Redis. About a tenth of its speed. */
export class PostgresBackend implements QueueBackend {
  readonly kind = 'postgres';
  readonly address: string;
  readonly #url: string;
  readonly #onError: OnError;
  readonly #ringing: pg.Pool;
  readonly #working: pg.Pool;

  private constructor({ url, workers, onError }: PostgresBackendOptions) {
    const { host, pathname } = new URL(url);
    this.address = `postgres://${host}${pathname}`;
    this.#url = url;
    this.#onError = onError;
    this.#ringing = this.#newPool(4);
    this.#working = this.#newPool((workers ?? 40) + 8);
  }

  /** @throws Error when Postgres cannot be reached or the queues' schema cannot be made there */
  static async open(options: PostgresBackendOptions): Promise<PostgresBackend> {
    const backend = new PostgresBackend(options);
    try {
      const client = await backend.#ringing.connect();
      try {
        await runMigrations(client, DEFAULT_SCHEMA);
      } finally {
        client.release();
      }
    } catch (error) {
      await backend.close();
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`the queues cannot be kept in Postgres at ${backend.address}: ${reason}`, {
        cause: error,
      });
    }
    return backend;
  }

  /** Whether it can be reached, a query finds out soon enough. */
  requireReachable(): void {}

  newQueue(name: string): JobQueue {
    // Told apart from a queue in Redis by its types only.
    const queue = new Queue(name, { connection: this.#ringing }, createPostgresBackend);
    return queue.on('error', this.#onError) as unknown as JobQueue;
  }

  newWorker(name: string, process: ProcessJob, options: BoundedWorkerOptions): BoundedWorker {
    return new BoundedWorker(name, process, options, {
      connection: this.#working,
      onError: this.#onError,
      backendFactory: createPostgresBackend,
    });
  }

  newBroadcast(topic: Topic): Broadcast {
    return postgresBroadcast(this.#url, this.#ringing, `overgang_${topic}`, this.#onError);
  }

  /** In memory: see decisions/0003. */
  newRateLimiter(_name: string, rate: Rate): RateLimiter {
    return new MemoryRateLimiter(rate);
  }

  async close(): Promise<void> {
    await Promise.all([this.#ringing.end(), this.#working.end()]);
  }

  /** BullMQ names its tables without a schema when it is given a pool, so that the pool must know where they are. */
  #newPool(max: number): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.#url,
      application_name: 'overgang queue',
      options: `-c search_path="${DEFAULT_SCHEMA}"`,
      connectionTimeoutMillis: 5 * SECOND,
      query_timeout: 30 * SECOND,
      keepAlive: true,
      max,
    });
    pool.on('error', this.#onError);
    // Every queue and worker listens on the pool it shares: many are no leak.
    pool.setMaxListeners(0);
    return pool;
  }
}
