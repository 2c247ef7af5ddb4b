import { type Broadcast, type OnError } from './queue-backend.js';
import { connectRedis, type RedisClient } from './redis-connection.js';

/** Publish and subscribe in Redis. Subscribing takes a connection of its own, opened when somebody listens. */
export class RedisBroadcast implements Broadcast {
  #subscriber: RedisClient | undefined;
  readonly #url: string;
  readonly #publisher: RedisClient;
  readonly #channel: string;
  readonly #onError: OnError;

  constructor(url: string, publisher: RedisClient, channel: string, onError: OnError) {
    this.#url = url;
    this.#publisher = publisher;
    this.#channel = channel;
    this.#onError = onError;
  }

  async send(text: string): Promise<void> {
    await this.#publisher.publish(this.#channel, text);
  }

  async listen(heard: (text: string) => void, missed: () => void): Promise<void> {
    const subscriber = connectRedis(this.#url, 'patient', this.#onError);
    this.#subscriber = subscriber;
    subscriber.on('message', (_channel, text: string) => heard(text));
    // ioredis subscribes again by itself when it has reconnected.
    let interrupted = false;
    subscriber.on('close', () => (interrupted = true));
    subscriber.on('ready', () => {
      if (interrupted) missed();
      interrupted = false;
    });
    await subscriber.subscribe(this.#channel);
  }

  async close(): Promise<void> {
    this.#subscriber?.disconnect();
  }
}
