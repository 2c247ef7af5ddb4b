import { type Broadcast, type OnError } from './queue-backend.js';
import { connectRedis, type RedisClient } from './redis-connection.js';

/** Publish/subscribe in Redis. Subscribing takes a connection of its own, opened when somebody listens. */
export function redisBroadcast(
  url: string,
  publisher: RedisClient,
  channel: string,
  onError: OnError,
): Broadcast {
  let subscriber: RedisClient | undefined;
  return {
    send: async text => void (await publisher.publish(channel, text)),
    listen: async (heard, missed) => {
      subscriber = connectRedis(url, 'patient', onError);
      subscriber.on('message', (_channel, text: string) => heard(text));
      // ioredis subscribes again by itself when it has reconnected.
      let interrupted = false;
      subscriber.on('close', () => (interrupted = true));
      subscriber.on('ready', () => {
        if (interrupted) missed();
        interrupted = false;
      });
      await subscriber.subscribe(channel);
    },
    close: async () => subscriber?.disconnect(),
  };
}
