import { until } from '../../../test/support/until.js';
import { sampleCatalogue } from '../../journey/test/sample-catalogue.js';
import { declareMove, sampleWorld } from '../test/sample-runtime.js';
import { Dispatching } from './dispatching.js';
import { InvariantError, RetryableError, UnreachableError } from './errors.js';
import { type AuthorityReply } from './ports.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const REGISTERED: AuthorityReply = {
  kind: 'answered',
  answer: { reference: 'FL-1', registeredOn: '2025-03-10' },
};

/** A world in which as many dispatches as wanted wait for an authority that does as it is told. */
async function asking(
  count: number,
  call: (dispatch: string) => Promise<AuthorityReply> | AuthorityReply,
  processes = 1,
) {
  const world = await sampleWorld();
  const runtime = world.runtime();
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { journey } = await declareMove(runtime);
    const [dispatch] = await world.stores.dispatches.ofJourney(journey);
    ids.push(dispatch!.id);
    world.clock.advance(1);
  }
  const asked: string[] = [];
  const { stores, alerts, clock } = world;
  const workers = Array.from({ length: processes }, newDispatching);
  const dispatching = workers[0]!;
  let turn = 0;
  function newDispatching(): Dispatching {
    const authorities = {
      call: async ({ dispatch }: { dispatch: string }) => {
        asked.push(dispatch);
        return call(dispatch);
      },
    };
    const { dispatches, messages } = stores;
    const parts = { runtime, dispatches, messages, authorities, catalogue: sampleCatalogue };
    return new Dispatching({ ...parts, alerts, calendar: clock, wall: clock }, undefined, () => 0.5);
  }
  const row = (id: string) => stores.tables.dispatches.get(id)!;
  /** As the relay and workers do it: whatever is due is done, one after the other, by the next process. */
  const work = async () => {
    const due = await stores.due.dispatches(clock.now(), clock.now() + 30 * SECOND, 1_000);
    for (const { dispatch } of due) {
      turn += 1;
      await workers[turn % processes]!.perform(dispatch);
    }
    return due.length;
  };
  /** Time goes on to the next moment at which something is due, until `over`. */
  const goOn = async (over: () => boolean, most = 3_000) => {
    for (let round = 0; !over(); round += 1) {
      if (round === most) throw new Error('it never came to that');
      const next = Math.min(...ids.map(id => row(id).ringAt ?? Infinity));
      if (next === Infinity) throw new Error('nothing is due any more');
      clock.advance(Math.max(0, next - clock.now()));
      await work();
    }
  };
  return { ...world, runtime, dispatching, ids, asked, row, work, goOn };
}

const down = () => Promise.reject(new UnreachableError('cpr.registerMove answered 503'));

describe('a dispatch that is rung for twice at once', () => {
  it('is asked for once', async () => {
    let reply: (reply: AuthorityReply) => void = () => undefined;
    const { ids, asked, dispatching, row } = await asking(1, () => new Promise(resolve => (reply = resolve)));
    const both = [dispatching.perform(ids[0]!), dispatching.perform(ids[0]!)];
    await until(() => asked.length > 0, 'the call');
    reply(REGISTERED);
    expect(await Promise.all(both)).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    expect(asked).toHaveLength(1);
    expect(row(ids[0]!).status).toBe('answered');
  });
});

describe('an authority that is out of reach', () => {
  it('may be so for days within its published maximum time, and is then asked again', async () => {
    let up = false;
    const { ids, row, clock, goOn, alerts } = await asking(1, () => (up ? REGISTERED : down()));
    const begun = clock.now();
    await goOn(() => clock.now() > begun + 4 * DAY);
    expect(row(ids[0]!)).toMatchObject({ status: 'pending', error: { code: 'unreachable' } });
    up = true;
    await goOn(() => row(ids[0]!).status === 'answered');
    expect(alerts.raised).toEqual([]);
  });

  it('is given up after its maximum time, under the cause and with as many attempts as were made', async () => {
    const { ids, row, clock, goOn, alerts, asked } = await asking(1, down);
    const begun = clock.now();
    await goOn(() => row(ids[0]!).status === 'parked');
    // Five days, through the last of them.
    expect(clock.now()).toBeGreaterThan(Date.parse('2025-03-06T23:00:00Z'));
    expect(clock.now()).toBeLessThan(Date.parse('2025-03-06T23:00:00Z') + HOUR);
    const { attempt, error } = row(ids[0]!);
    expect(attempt).toBe(asked.length);
    expect(error).toEqual({
      code: 'unreachable',
      message: `given up after ${asked.length} attempts since ${new Date(begun - 1).toISOString().slice(0, 16)}Z: cpr.registerMove answered 503`,
    });
    expect(alerts.raised).toMatchObject([{ dispatch: ids[0], code: 'given-up' }]);
  });

  it('has the same time again when ops retry it', async () => {
    const { ids, row, goOn, runtime, asked, clock } = await asking(1, down);
    await goOn(() => row(ids[0]!).status === 'parked');
    await runtime.retry(ids[0]!);
    const before = asked.length;
    const retried = clock.now();
    await goOn(() => asked.length > before + 20);
    expect(row(ids[0]!)).toMatchObject({ status: 'pending' });
    await goOn(() => row(ids[0]!).status === 'parked');
    expect(clock.now()).toBeGreaterThan(retried + 5 * DAY);
  });

  it('is rung for again by ops before its pause is over, in the way of which nothing may stand', async () => {
    const { ids, row, work, runtime, doorbell, clock } = await asking(1, () =>
      Promise.reject(new RetryableError('busy', { retryAfter: HOUR })),
    );
    clock.advance(30 * SECOND);
    await work();
    expect(row(ids[0]!)).toMatchObject({ attempt: 1, ringAt: clock.now() + HOUR });
    doorbell.clear();
    await runtime.retry(ids[0]!);
    expect(doorbell.take(clock.now()).dispatches).toEqual([
      { dispatch: ids[0], role: 'cpr', delivery: { kind: 'retry' } },
    ]);
    expect(row(ids[0]!)).toMatchObject({ attempt: 0, ringAt: clock.now() });
  });
});

describe('an authority that is known to be down', () => {
  it('is asked by one dispatch at a time; the others wait and spend no attempt', async () => {
    const { ids, row, clock, goOn, asked, alerts, reader } = await asking(60, down);
    const begun = clock.now();
    await goOn(() => clock.now() > begun + HOUR);
    const attempts = ids.map(id => row(id).attempt);
    expect(attempts.filter(attempt => attempt === 0).length).toBeGreaterThan(30);
    expect(attempts.reduce((sum, attempt) => sum + attempt)).toBe(asked.length);
    // A probe every half minute, and what it took to find out.
    expect(asked.length).toBeLessThan(150);
    for (const id of ids)
      expect(row(id)).toMatchObject({ status: 'pending', error: { code: 'unreachable' } });
    expect(alerts.raised).toMatchObject([{ authority: 'cpr', code: 'authority-down' }]);
    // Whoever waits is told of the delay, whether or not theirs is the one that asks.
    const waiting = ids.find(id => row(id).attempt === 0)!;
    const { authorities } = await reader.view(row(waiting).journey, 'anna');
    expect(authorities).toMatchObject([{ service: row(waiting).service, stage: 'delayed' }]);
  });

  it('has all that waited for it rung again once it answers, oldest first and not all at once', async () => {
    let up = false;
    const { ids, row, clock, goOn, asked, alerts } = await asking(500, () => (up ? REGISTERED : down()));
    const begun = clock.now();
    await goOn(() => clock.now() > begun + HOUR);
    up = true;
    const mended = clock.now();
    asked.length = 0;
    await goOn(() => ids.every(id => row(id).status === 'answered'));
    expect(clock.now() - mended).toBeLessThan(60 * SECOND);
    expect(clock.now() - mended).toBeGreaterThanOrEqual(8 * SECOND);
    const places = asked.map(id => ids.indexOf(id));
    expect(places.filter((place, i) => i > 0 && place < places[i - 1]!).length).toBeLessThan(30);
    expect(alerts.raised.map(({ code }) => code)).toEqual(['authority-down', 'authority-back']);
  });

  it.each([1, 2, 30, 200])(
    'is found to be back by several processes that share %d dispatches',
    async count => {
      let up = false;
      const { ids, row, clock, goOn, asked } = await asking(count, () => (up ? REGISTERED : down()), 3);
      const begun = clock.now();
      await goOn(() => clock.now() > begun + 6 * HOUR);
      up = true;
      const mended = clock.now();
      await goOn(() => ids.every(id => row(id).status === 'answered'));
      const pause = count < 5 ? 20 * 60 * SECOND : 120 * SECOND;
      expect(clock.now() - mended).toBeLessThan(pause);
      // A few probes a minute, however many wait.
      expect(asked.length).toBeLessThan(3 * 6 * 130 + count);
    },
  );

  it('is worth no word when it is back within a minute', async () => {
    let up = false;
    const { ids, row, clock, goOn, asked, alerts } = await asking(20, () => (up ? REGISTERED : down()));
    await goOn(() => asked.length > 6);
    expect(ids.filter(id => row(id).attempt === 0).length).toBeGreaterThan(10);
    const begun = clock.now();
    up = true;
    await goOn(() => ids.every(id => row(id).status === 'answered'));
    expect(clock.now()).toBeLessThan(begun + 60 * SECOND);
    expect(alerts.raised).toEqual([]);
  });

  it('is asked at once for what ops retry, and given up without a word for each', async () => {
    const { ids, row, clock, goOn, asked, alerts, runtime, dispatching } = await asking(20, down);
    await goOn(() => alerts.raised.length > 0);
    const waiting = ids.find(id => row(id).attempt === 0)!;
    await dispatching.perform(waiting);
    expect(asked).not.toContain(waiting);
    clock.advance(1);
    await runtime.retry(waiting);
    await dispatching.perform(waiting);
    expect(asked).toContain(waiting);
    clock.advance(7 * DAY);
    await goOn(() => ids.every(id => row(id).status === 'parked'));
    expect(alerts.raised).toHaveLength(1);
    for (const id of ids) expect(row(id).error).toMatchObject({ code: 'unreachable' });
  });

  it('is asked at once by what was being put off at the moment at which it came back', async () => {
    let up = false;
    const { ids, row, clock, dispatching, stores } = await asking(6, () => (up ? REGISTERED : down()));
    for (const id of ids.slice(0, 5)) await dispatching.perform(id);
    const late = ids[5]!;
    const write = stores.dispatches.defer.bind(stores.dispatches);
    let release: () => void = () => undefined;
    const held = new Promise<void>(resolve => (release = resolve));
    let writing = false;
    stores.dispatches.defer = async (...deferred) => {
      writing = true;
      await held;
      return write(...deferred);
    };
    const performed = dispatching.perform(late);
    await until(() => writing, 'the write of what is put off');
    up = true;
    clock.advance(HOUR);
    await dispatching.perform(ids[0]!);
    release();
    expect(await performed).toEqual({ kind: 'again', at: clock.now() });
    await dispatching.perform(late);
    expect(row(late).status).toBe('answered');
  });

  it('is not kept shut by what it cannot take: whoever has not failed yet asks first', async () => {
    const failing = new Set<string>();
    const { ids, row, clock, dispatching, goOn } = await asking(8, id =>
      failing.has(id) ? down() : REGISTERED,
    );
    const others = ids.slice(5);
    for (const id of ids.slice(0, 5)) await dispatching.perform(id, void failing.add(id));
    const begun = clock.now();
    for (const id of others) expect(await dispatching.perform(id)).toEqual({ kind: 'done' });
    expect(row(others[0]!)).toMatchObject({ status: 'pending' });
    await goOn(() => others.every(id => row(id).status === 'answered'));
    expect(clock.now() - begun).toBeLessThan(20 * SECOND);
  });

  it('is not what one dispatch makes of it, nor what asks for patience', async () => {
    let passing: Error = new RetryableError('cpr.registerMove answered 429');
    const { ids, row, clock, goOn, alerts, dispatching } = await asking(20, () => Promise.reject(passing));
    const begun = clock.now();
    await goOn(() => clock.now() > begun + HOUR);
    passing = new UnreachableError('cpr.registerMove answered 500');
    for (let i = 0; i < 20; i += 1) await dispatching.perform(ids[0]!);
    expect(alerts.raised).toEqual([]);
    for (const id of ids) expect(row(id).attempt).toBeGreaterThan(5);
  });
});

describe('an authority that breaks its contract', () => {
  it('has its dispatch parked under that code', async () => {
    const { ids, row, alerts, dispatching } = await asking(1, () =>
      Promise.reject(new InvariantError('answer-breaks-contract', 'no')),
    );
    await dispatching.perform(ids[0]!);
    expect(row(ids[0]!)).toMatchObject({ status: 'parked', error: { code: 'answer-breaks-contract' } });
    expect(alerts.raised).toMatchObject([{ dispatch: ids[0], code: 'answer-breaks-contract' }]);
  });
});
