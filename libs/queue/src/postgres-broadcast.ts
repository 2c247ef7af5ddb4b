import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Broadcast, type OnError } from './queue-backend.js';

const RECONNECT_AFTER = 1_000;

/** Publish/subscribe by LISTEN and NOTIFY in Postgres. Listening takes a connection of its own. */
export function postgresBroadcast(url: string, pool: pg.Pool, channel: string, onError: OnError): Broadcast {
  let listener: pg.Client | undefined;
  let closed = false;
  const listen: Broadcast['listen'] = async (heard, missed) => {
    listener = new pg.Client({
      connectionString: url,
      application_name: 'overgang listener',
      keepAlive: true,
    });
    listener.on('notification', ({ payload }) => heard(payload ?? ''));
    listener.on('error', onError);
    listener.on('end', () => void listenAgain(heard, missed));
    await listener.connect();
    await listener.query(`listen ${channel}`);
  };
  const listenAgain: Broadcast['listen'] = async (heard, missed) => {
    if (closed) return;
    await sleep(RECONNECT_AFTER, undefined, { ref: false });
    if (closed) return;
    try {
      await listen(heard, missed);
      missed();
    } catch (error) {
      // The end of the connection leads here again.
      onError(error as Error);
    }
  };
  return {
    send: async text => void (await pool.query('select pg_notify($1, $2)', [channel, text])),
    listen,
    close: async () => {
      closed = true;
      await listener?.end().catch(onError);
    },
  };
}
