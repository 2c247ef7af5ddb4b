import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { RetryableError, type Ring, systemClock as clock } from '#runtime';
import {
  describeWithRedis,
  freePort,
  freshRedis,
  until,
  type FreshRedis,
} from '../../../test/support/index.js';
import { type BoundedWorker } from './bounded-worker.js';
import { BullDoorbell } from './bull-doorbell.js';
import { DispatchProcessor } from './dispatch-processor.js';
import { openQueueBackend } from './open-queue-backend.js';
import { type QueueBackend } from './queue-backend.js';
import { Queues } from './queues.js';

const errors: Error[] = [];
const onError = (error: Error) => errors.push(error);

describeWithRedis('queues in a Redis that fails', () => {
  let redis: FreshRedis;
  let backend: QueueBackend;
  let queues: Queues;
  let doorbell: BullDoorbell;
  let worker: BoundedWorker;
  let done: string[];
  beforeEach(async () => {
    redis = await freshRedis();
    backend = await openQueueBackend({ url: redis.url, onError });
    queues = new Queues(backend);
    doorbell = new BullDoorbell(queues, clock, clock);
    done = [];
    const processor = new DispatchProcessor(queues, {
      role: 'cpr',
      concurrency: 4,
      perform: async dispatch => {
        done.push(dispatch);
        return { kind: 'done' };
      },
      clock,
    });
    worker = backend.newWorker('dispatch-cpr', (...job) => processor.process(...job), {
      concurrency: 4,
      drain: 1_000,
    });
    await worker.waitUntilReady();
  });
  afterEach(async () => {
    await worker.close();
    await queues.close();
    await backend.close();
    await redis.stop();
  });

  const ring = (): Ring => ({ dispatch: `${randomUUID()}-1`, role: 'cpr' });

  it('refuses a ring at once while Redis is away, and goes on when it is back', async () => {
    const before = ring();
    await doorbell.ring([before]);
    await until(() => done.includes(before.dispatch), 'the ring before');

    await redis.stop();
    await until(
      () =>
        doorbell.ring([ring()]).then(
          () => false,
          () => true,
        ),
      'the loss to be noticed',
    );
    const refused = Array.from({ length: 1_000 }, () => doorbell.ring([ring()]));
    for (const outcome of await Promise.allSettled(refused)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(RetryableError) as Error });
    }
    await expect(doorbell.wake([{ journey: randomUUID() }])).rejects.toThrow(RetryableError);
    // An authority that was never rung for before is refused just as soon.
    await expect(doorbell.ring([{ ...ring(), role: 'dar' }])).rejects.toThrow(RetryableError);

    await redis.start();
    const after = ring();
    await until(
      () =>
        doorbell.ring([after]).then(
          () => true,
          () => false,
        ),
      'Redis to be back',
    );
    await until(() => done.includes(after.dispatch), 'the ring after');
  });

  it('works on after Redis has been emptied', async () => {
    await doorbell.ring([ring()]);
    await until(() => done.length === 1, 'the ring before');
    await redis.flush();
    await doorbell.ring([ring()]);
    await until(() => done.length === 2, 'the ring after');
  });

  it('leaves the other workers theirs when one closes whose job does not stop', async () => {
    const releases: (() => void)[] = [];
    const stuck = backend.newWorker(
      'dispatch-dar',
      () => new Promise<void>(resolve => void releases.push(resolve)),
      {
        concurrency: 1,
        drain: 0,
      },
    );
    await doorbell.ring([{ ...ring(), role: 'dar' }]);
    await until(() => releases.length > 0, 'the job to begin');
    await stuck.close();
    for (let i = 0; i < 3; i += 1) {
      const { dispatch } = ring();
      await doorbell.ring([{ dispatch, role: 'cpr' }]);
      await until(() => done.includes(dispatch), 'a ring to the other worker');
    }
    for (const release of releases) release();
  });

  it('keeps a job as a list, beside all else of its queue', async () => {
    const { dispatch } = ring();
    await doorbell.ring([{ dispatch, role: 'dar' }]);
    const client = new Redis(redis.url);
    try {
      expect(await client.object('ENCODING', `overgang:{dispatch-dar}:${dispatch}`)).toBe('listpack');
      const keys = await client.keys('*dar*');
      expect(keys.filter(key => !key.startsWith('overgang:{dispatch-dar}:'))).toEqual([]);
    } finally {
      client.disconnect();
    }
  });

  it('rejects with RetryableError when Redis goes away just as it is rung', async () => {
    const last = ring();
    const rings = Array.from({ length: 200 }, () => doorbell.ring([ring()]));
    const stopped = redis.stop();
    for (const outcome of await Promise.allSettled(rings)) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RetryableError);
    }
    await stopped;
    await redis.start();
    await until(
      () =>
        doorbell.ring([last]).then(
          () => done.includes(last.dispatch),
          () => false,
        ),
      'the last ring',
    );
  });

  it('refuses to start on a Redis that throws away what it has no room for', async () => {
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
    const opened = openQueueBackend({ url: redis.url, onError });
    await expect(opened).rejects.toThrow(/maxmemory-policy allkeys-lru .* set "maxmemory-policy noeviction"/);
    await expect(opened).rejects.not.toThrow(new URL(redis.url).password);
  });
});

describe('the address of the queues', () => {
  it.each(['localhost:6379', 'http://localhost', ''])('refuses %j', async url => {
    await expect(openQueueBackend({ url, onError })).rejects.toThrow(
      /REDIS_URL is not a Redis address: write/,
    );
  });

  it('says where Redis does not answer, without the password', async () => {
    const port = await freePort();
    const url = `redis://:sesame@127.0.0.1:${port}`;
    const opened = openQueueBackend({ url, onError, patience: 200 });
    await expect(opened).rejects.toThrow(
      new RegExp(`^Redis at redis://127.0.0.1:${port} does not answer \\(.*ECONNREFUSED.*\\): start it`),
    );
    await expect(opened).rejects.not.toThrow('sesame');
  });

  it('says where Postgres does not answer, without the password', async () => {
    const port = await freePort();
    const opened = openQueueBackend({ url: `postgres://me:sesame@127.0.0.1:${port}/db`, onError });
    await expect(opened).rejects.toThrow(
      new RegExp(`cannot be kept in Postgres at postgres://127.0.0.1:${port}/db: .*ECONNREFUSED`),
    );
    await expect(opened).rejects.not.toThrow('sesame');
  });
});
