import { randomUUID } from 'node:crypto';
import {
  AuthorityPauses,
  type BoundedWorker,
  BullDoorbell,
  countQueues,
  dispatchQueue,
  DispatchProcessor,
  Queues,
} from '#queue';
import { Pauses } from '#runtime';
import { MemoryStores } from '../../../libs/runtime/src/memory/index.js';
import { until } from '../../support/index.js';
import { QUEUE_ADAPTERS, type OpenBackend } from './queue-adapters.js';

const clock = { now: () => Date.now() };

const fail = (error: Error): void => {
  throw error;
};

const DONE = { kind: 'done' } as const;

describe.each(QUEUE_ADAPTERS)('Pausing an authority over $name', adapter => {
  let open: OpenBackend;
  let queues: Queues;
  let pauses: AuthorityPauses;
  const store = new MemoryStores().pauses;
  const known = new Pauses();
  /** Of a process: what it knows is its own, queue and store are everybody's. */
  const pausesOf = (its: Pauses): AuthorityPauses =>
    new AuthorityPauses({ queues, store, pauses: its, roles: ['cpr', 'dar'], clock, onError: fail });
  const done: string[] = [];
  /** Those to be tried again in an hour. */
  const later = new Set<string>();
  const workers: BoundedWorker[] = [];
  beforeAll(async () => {
    open = await adapter.open();
    queues = new Queues(open.backend);
    pauses = pausesOf(known);
    for (const role of ['cpr', 'dar']) {
      const perform = async (dispatch: string) => {
        done.push(role);
        return later.delete(dispatch) ? ({ kind: 'again', at: Date.now() + 3_600_000 } as const) : DONE;
      };
      const processor = new DispatchProcessor(queues, { role, concurrency: 2, perform, clock });
      const worker = open.backend.newWorker(dispatchQueue(role), (...job) => processor.process(...job), {
        concurrency: 2,
        drain: 1_000,
      });
      workers.push(worker);
      await worker.waitUntilReady();
    }
  });
  afterAll(async () => {
    for (const worker of workers) await worker.close();
    await queues.close();
    await open.close();
  });

  it('holds back its dispatches and no others, until it goes on', async () => {
    const doorbell = new BullDoorbell(queues, clock, clock);
    await pauses.set('cpr', true, 'planned downtime', 'ops:maja');
    expect(await store.paused()).toMatchObject([{ authority: 'cpr', reason: 'planned downtime' }]);
    await doorbell.ring([
      { dispatch: `${randomUUID()}-1`, role: 'cpr' },
      { dispatch: `${randomUUID()}-1`, role: 'dar' },
    ]);
    await until(() => done.includes('dar'), 'the other authority');
    expect(await countQueues(queues, [dispatchQueue('cpr')])).toEqual([
      { queue: 'dispatch-cpr', paused: true, waiting: 1, active: 0, delayed: 0 },
    ]);
    expect(done).toEqual(['dar']);
    await pauses.set('cpr', false, 'back again', 'ops:maja');
    await until(() => done.includes('cpr'), 'the dispatch that waited');
  });

  it('does not try what waits for its next attempt either, though it is rung for', async () => {
    const doorbell = new BullDoorbell(queues, clock, clock);
    const dispatch = `${randomUUID()}-1`;
    const [asked, elsewhere] = [done.length, `${randomUUID()}-1`];
    later.add(dispatch);
    await doorbell.ring([{ dispatch, role: 'cpr' }]);
    await until(() => done.length > asked, 'the first attempt');
    const queue = await queues.get(dispatchQueue('cpr'));
    await until(async () => (await queue.getJobCounts('delayed'))['delayed'] === 1, 'the job to wait');
    await pauses.set('cpr', true, 'planned downtime', 'ops:maja');
    await doorbell.ring([{ dispatch, role: 'cpr', delivery: { kind: 'retry' } }]);
    await doorbell.ring([{ dispatch: elsewhere, role: 'dar' }]);
    await until(() => done.length > asked + 1, 'the other authority');
    expect(done.slice(asked)).toEqual(['cpr', 'dar']);
    await pauses.set('cpr', false, 'back again', 'ops:maja');
    await until(() => done.length > asked + 2, 'the second attempt');
    expect(done.slice(asked)).toEqual(['cpr', 'dar', 'cpr']);
  });

  it('tells every process of an authority of many, whose queue goes on', async () => {
    const elsewhere = new Pauses();
    const other = pausesOf(elsewhere);
    await other.listen();
    try {
      const asked = { service: 'dar.lookUp', authority: '0265' };
      await pauses.set('0265', true, 'planned downtime', 'ops:maja');
      expect(known.holds(asked)).toBe(true);
      expect(known.holds({ ...asked, authority: '0259' })).toBe(false);
      await until(() => elsewhere.holds(asked), 'the other process to know');
      expect(await countQueues(queues, [dispatchQueue('dar')])).toMatchObject([{ paused: false }]);
      await pauses.set('0265', false, 'back again', 'ops:maja');
      await until(() => !elsewhere.holds(asked), 'the other process to know that it is over');
    } finally {
      await other.close();
    }
  });

  it('holds all who take a paused role', async () => {
    await pauses.set('dar', true, 'planned downtime', 'ops:maja');
    expect(known.holds({ service: 'dar.lookUp', authority: '0265' })).toBe(true);
    expect(known.holds({ service: 'cpr.readPerson', authority: 'cpr' })).toBe(false);
    await pauses.set('dar', false, 'back again', 'ops:maja');
  });

  it('follows what the store says', async () => {
    const isPaused = async () => {
      const counts = await countQueues(queues, ['cpr', 'dar'].map(dispatchQueue));
      return counts.map(({ paused }) => paused);
    };
    await store.set('dar', true, 'planned downtime', 'ops:maja', clock.now());
    expect(await isPaused()).toEqual([false, false]);
    await pauses.follow();
    expect(await isPaused()).toEqual([false, true]);
    await store.set('dar', false, 'back again', 'ops:maja', clock.now());
    await pauses.follow();
    await pauses.follow();
    expect(await isPaused()).toEqual([false, false]);
  });
});
