import { Queue } from 'bullmq';
import { RetryableError } from '#runtime';
import { BoundedWorker, type BoundedWorkerOptions, type ProcessJob } from './bounded-worker.js';
import {
  type Broadcast,
  type Topic,
  type JobQueue,
  type OnError,
  type QueueBackend,
} from './queue-backend.js';
import { type JobData } from './queue-names.js';
import { type Rate, type RateLimiter } from './rate-limiter.js';
import { redisBroadcast } from './redis-broadcast.js';
import { addressOf, connectRedis, type RedisClient, untilReady } from './redis-connection.js';
import { RedisRateLimiter } from './redis-rate-limiter.js';
import { requireNoEviction } from './redis-eviction.js';

export interface RedisBackendOptions {
  readonly url: string;
  /** First part of every key, so that several systems can share a Redis. Default `overgang`. */
  readonly namespace?: string | undefined;
  /** Milliseconds to wait for Redis at the start. Default 10 seconds. */
  readonly patience?: number;
  readonly onError: OnError;
}

/** Queues in Redis, Valkey or a Redis Cluster. */
export class RedisBackend implements QueueBackend {
  readonly kind = 'redis';
  readonly address: string;
  readonly #url: string;
  readonly #namespace: string;
  readonly #onError: OnError;
  readonly #ringing: RedisClient;
  #working: RedisClient | undefined;

  private constructor({ url, namespace, onError }: RedisBackendOptions) {
    this.address = addressOf(url);
    this.#url = url;
    this.#namespace = namespace ?? 'overgang';
    this.#onError = onError;
    this.#ringing = connectRedis(url, 'impatient', onError);
  }

  /** @throws Error when Redis does not answer, or would throw away jobs */
  static async open(options: RedisBackendOptions): Promise<RedisBackend> {
    const backend = new RedisBackend(options);
    try {
      await untilReady(backend.#ringing, options.url, options.patience ?? 10_000);
      await requireNoEviction(backend.#ringing, backend.address);
    } catch (error) {
      await backend.close();
      throw error;
    }
    return backend;
  }

  requireReachable(): void {
    if (this.#ringing.status !== 'ready') {
      throw new RetryableError(`Redis at ${this.address} is out of reach`);
    }
  }

  newQueue(name: string): JobQueue {
    const queue = new Queue<JobData>(inOneSlot(name), { connection: this.#ringing, prefix: this.#namespace });
    return queue.on('error', this.#onError);
  }

  newWorker(name: string, process: ProcessJob, options: BoundedWorkerOptions): BoundedWorker {
    this.#working ??= connectRedis(this.#url, 'patient', this.#onError);
    return new BoundedWorker(inOneSlot(name), process, options, {
      connection: this.#working,
      prefix: this.#namespace,
      onError: this.#onError,
    });
  }

  newBroadcast(topic: Topic): Broadcast {
    return redisBroadcast(this.#url, this.#ringing, `${this.#namespace}:${topic}`, this.#onError);
  }

  newRateLimiter(name: string, rate: Rate): RateLimiter {
    return new RedisRateLimiter(this.#ringing, `${this.#namespace}:limit:${name}`, rate);
  }

  async close(): Promise<void> {
    this.#ringing.disconnect();
    this.#working?.disconnect();
  }
}

/** The braces make all keys of one queue stand together on one node of a cluster, and each queue on its own. */
function inOneSlot(name: string): string {
  return `{${name}}`;
}
