import { randomUUID } from 'node:crypto';
import {
  type BoundedWorker,
  BullDoorbell,
  dispatchQueue,
  DispatchProcessor,
  Queues,
  TimerProcessor,
  TIMERS,
} from '#queue';
import { type Performed, systemClock as clock } from '#runtime';
import { until } from '../../support/index.js';
import { QUEUE_ADAPTERS, type OpenBackend } from './queue-adapters.js';

const DONE: Performed = { kind: 'done' };

describe.each(QUEUE_ADAPTERS)('Doorbell over $name', adapter => {
  let open: OpenBackend;
  let queues: Queues;
  let doorbell: BullDoorbell;
  const closing: BoundedWorker[] = [];
  beforeEach(async () => {
    open = await adapter.open();
    queues = new Queues(open.backend);
    doorbell = new BullDoorbell(queues, clock, clock);
  });
  afterEach(async () => {
    await Promise.all(closing.splice(0).map(worker => worker.close()));
    await queues.close();
    await open.close();
  });

  async function work(
    role: string,
    perform: (dispatch: string, signal?: AbortSignal) => Promise<Performed>,
    drain = 5_000,
  ): Promise<BoundedWorker> {
    const processor = new DispatchProcessor(queues, { role, concurrency: 8, perform, clock });
    const options = { concurrency: 8, drain };
    const worker = open.backend.newWorker(
      dispatchQueue(role),
      (...job) => processor.process(...job),
      options,
    );
    closing.push(worker);
    await worker.waitUntilReady();
    return worker;
  }

  async function wakeInto(journeys: string[]): Promise<void> {
    const wake = async (journey: string) => void journeys.push(journey);
    const processor = new TimerProcessor({ wake, clock });
    const worker = open.backend.newWorker(TIMERS, (job, token) => processor.process(job, token), {
      concurrency: 4,
      drain: 5_000,
    });
    closing.push(worker);
    await worker.waitUntilReady();
  }

  const rings = (count: number, role: string) =>
    Array.from({ length: count }, () => ({ dispatch: `${randomUUID()}-1`, role }));

  it('brings each dispatch to a worker of its role', async () => {
    const [cpr, dar] = [rings(40, 'cpr'), rings(3, 'dar')];
    const done = new Map<string, string[]>([
      ['cpr', []],
      ['dar', []],
    ]);
    for (const role of ['cpr', 'dar']) {
      await work(role, async dispatch => {
        done.get(role)!.push(dispatch);
        return DONE;
      });
    }
    await doorbell.ring([...cpr, ...dar]);
    await until(() => done.get('cpr')!.length >= 40 && done.get('dar')!.length >= 3, 'every dispatch');
    expect(done.get('cpr')!.sort()).toEqual(cpr.map(({ dispatch }) => dispatch).sort());
    expect(done.get('dar')!.sort()).toEqual(dar.map(({ dispatch }) => dispatch).sort());
    expect(open.errors).toEqual([]);
  });

  it('keeps what was rung before anybody worked, once', async () => {
    const [ring] = rings(1, 'cpr');
    await doorbell.ring([ring!, ring!]);
    await doorbell.ring([ring!]);
    const done: string[] = [];
    await work('cpr', async dispatch => {
      done.push(dispatch);
      return DONE;
    });
    const last = rings(1, 'cpr')[0]!;
    await doorbell.ring([last]);
    await until(() => done.includes(last.dispatch), 'the last ring');
    expect(done).toEqual([ring!.dispatch, last.dispatch]);
  });

  it('puts several that are rung for at the same time into one job, where each goes its own way', async () => {
    const [later, broken, ...others] = rings(20, 'cpr').map(({ dispatch }) => dispatch);
    await doorbell.ring([later!, broken!, ...others].map(dispatch => ({ dispatch, role: 'cpr' })));
    const queue = await queues.get('dispatch-cpr');
    expect(await queue.getJobCounts('wait', 'active')).toEqual({ wait: 2, active: 0 });
    const times = new Map<string, number>();
    let underWay = 0;
    let most = 0;
    await work('cpr', async dispatch => {
      most = Math.max(most, (underWay += 1));
      await new Promise(resolve => setImmediate(resolve));
      underWay -= 1;
      const time = (times.get(dispatch) ?? 0) + 1;
      times.set(dispatch, time);
      if (dispatch === broken) throw new Error('out of order');
      return dispatch === later && time === 1 ? { kind: 'again', at: Date.now() + 50 } : DONE;
    });
    await until(() => times.get(later!) === 2, 'the one that was to be tried again');
    await until(async () => Object.values(await queue.getJobCounts()).every(n => n === 0), 'an empty queue');
    expect([...times.values()].sort()).toEqual([...Array.from({ length: 19 }, () => 1), 2]);
    expect(most).toBeLessThanOrEqual(8);
    await until(() => open.errors.length > 0, 'what is said of the one that failed');
    expect(open.errors.map(String)).toEqual([expect.stringContaining('out of order')]);
  });

  it('does not repeat a ring that may still wait behind others', async () => {
    const [before, lost] = rings(2, 'cpr');
    await doorbell.ring([before!]);
    await doorbell.ring([{ ...lost!, delivery: { kind: 'repeat', rungAt: Date.now() + 60_000 } }]);
    const queue = await queues.get('dispatch-cpr');
    expect(await queue.getJobCounts('wait')).toEqual({ wait: 1 });
    await doorbell.ring([{ ...lost!, delivery: { kind: 'repeat', rungAt: Date.now() - 60_000 } }]);
    expect(await queue.getJobCounts('wait')).toEqual({ wait: 2 });
  });

  it('leaves nothing behind, so that the same can be rung again', async () => {
    const [ring] = rings(1, 'cpr');
    let times = 0;
    await work('cpr', async () => {
      times += 1;
      if (times === 2) throw new Error('out of order');
      return DONE;
    });
    for (const expected of [1, 2, 3]) {
      await until(async () => {
        await doorbell.ring([ring!]);
        return times >= expected;
      }, `round ${expected}`);
    }
    await until(() => open.errors.length > 0, 'what is said of the one that failed');
    expect(open.errors.map(String)).toEqual([expect.stringContaining('out of order')]);
    const queue = await queues.get('dispatch-cpr');
    await until(async () => Object.values(await queue.getJobCounts()).every(n => n === 0), 'an empty queue');
  });

  it('rings again when the worker says so, not before', async () => {
    const [ring] = rings(1, 'cpr');
    const started: number[] = [];
    const at = Date.now() + 700;
    await work('cpr', async () => {
      started.push(Date.now());
      return started.length === 1 ? { kind: 'again', at } : DONE;
    });
    await doorbell.ring([ring!]);
    await until(() => started.length === 2, 'the second time');
    expect(started[1]).toBeGreaterThanOrEqual(at - 1);
    expect(open.errors).toEqual([]);
  });

  it('rings at once again for what waits for later, when told that it is due', async () => {
    const [ring] = rings(1, 'cpr');
    let times = 0;
    await work('cpr', async () => {
      times += 1;
      return times === 1 ? { kind: 'again', at: Date.now() + 3_600_000 } : DONE;
    });
    await doorbell.ring([ring!]);
    const queue = await queues.get('dispatch-cpr');
    await until(async () => (await queue.getJobCounts('delayed'))['delayed'] === 1, 'the job to wait');
    await doorbell.ring([{ ...ring!, delivery: { kind: 'repeat', rungAt: Date.now() } }]);
    await until(() => times === 2, 'the second time');
  });

  it('rings once for each of many that wait for later, however soon they are done', async () => {
    const many = rings(100, 'cpr');
    const times = new Map<string, number>();
    await work('cpr', async dispatch => {
      const time = (times.get(dispatch) ?? 0) + 1;
      times.set(dispatch, time);
      return time === 1 ? { kind: 'again', at: Date.now() + 3_600_000 } : DONE;
    });
    await doorbell.ring(many);
    const queue = await queues.get('dispatch-cpr');
    await until(async () => (await queue.getJobCounts('delayed'))['delayed'] === 100, 'the jobs to wait');
    const rungAt = Date.now();
    await doorbell.ring(many.map(ring => ({ ...ring, delivery: { kind: 'repeat' as const, rungAt } })));
    await until(async () => Object.values(await queue.getJobCounts()).every(n => n === 0), 'an empty queue');
    expect([...times.values()]).toEqual(many.map(() => 2));
    expect(open.errors).toEqual([]);
  });

  it.each(['failed', 'completed'] as const)(
    'rings again past a job that was left behind as %s',
    async left => {
      const [ring] = rings(1, 'cpr');
      const queue = await queues.get('dispatch-cpr');
      let stumbles = left === 'failed';
      const done: string[] = [];
      await work('cpr', async dispatch => {
        if (stumbles) throw new Error('stumbled');
        done.push(dispatch);
        return DONE;
      });
      const kept = { jobId: ring!.dispatch, removeOnFail: false, removeOnComplete: false };
      await queue.add('dispatch', { ids: [ring!.dispatch] }, kept);
      await until(async () => (await queue.getJobState(ring!.dispatch)) === left, 'the leftover');
      stumbles = false;
      done.length = 0;
      await doorbell.ring([{ ...ring!, delivery: { kind: 'repeat', rungAt: Date.now() } }]);
      await until(() => done.length === 1, 'the dispatch');
    },
  );

  it('finishes what it has begun when it is closed, and begins nothing more', async () => {
    const [first, second] = rings(2, 'cpr');
    const begun: string[] = [];
    const finished: string[] = [];
    let finish: (() => void) | undefined;
    const worker = await work(
      'cpr',
      async dispatch => {
        begun.push(dispatch);
        await new Promise<void>(resolve => (finish = resolve));
        finished.push(dispatch);
        return DONE;
      },
      10_000,
    );
    await doorbell.ring([first!]);
    await until(() => begun.length === 1, 'the first to begin');
    const closed = worker.close();
    finish!();
    await closed;
    expect(finished).toEqual([first!.dispatch]);
    await doorbell.ring([second!]);
    const another: string[] = [];
    await work('cpr', async dispatch => {
      another.push(dispatch);
      return DONE;
    });
    await until(() => another.length === 1, 'another worker to take over');
    expect([begun, another]).toEqual([[first!.dispatch], [second!.dispatch]]);
  });

  it('tells what hangs to stop when it is closed, and does not wait for it for ever', async () => {
    const [ring] = rings(1, 'cpr');
    let told = false;
    let begun = false;
    const worker = await work(
      'cpr',
      (_, signal) => {
        begun = true;
        return new Promise(resolve => {
          signal?.addEventListener('abort', () => {
            told = true;
            resolve(DONE);
          });
        });
      },
      50,
    );
    await doorbell.ring([ring!]);
    await until(() => begun, 'it to begin');
    await worker.close();
    expect(told).toBe(true);
  });

  it('wakes journeys, now and when it is time', async () => {
    const woken: string[] = [];
    await wakeInto(woken);
    const [now, soon] = [randomUUID(), randomUUID()];
    await doorbell.wake([
      { journey: soon, at: Date.now() + 300 },
      { journey: now },
      { journey: now, at: Date.now() - 1_000 },
    ]);
    await until(() => woken.includes(soon), 'the later one');
    expect(woken.filter(journey => journey === now).length).toBeGreaterThanOrEqual(1);
    expect(woken.at(-1)).toBe(soon);
  });

  it('lets a ring for later not stand in the way of one for sooner', async () => {
    const woken: string[] = [];
    await wakeInto(woken);
    const journey = randomUUID();
    await doorbell.wake([{ journey, at: Date.now() + 60_000 }]);
    await doorbell.wake([{ journey, at: Date.now() + 100 }]);
    await until(() => woken.length === 1, 'the sooner one');
    await doorbell.wake([{ journey }]);
    await until(() => woken.length === 2, 'the one for now');
  });

  it('keeps no job for a timer that is far away: the relay rings for those', async () => {
    await doorbell.wake([{ journey: randomUUID(), at: Date.now() + 86_400_000 }]);
    const queue = await queues.get('timers');
    expect(await queue.getJobCounts('delayed', 'wait')).toMatchObject({ delayed: 0, wait: 0 });
  });
});
