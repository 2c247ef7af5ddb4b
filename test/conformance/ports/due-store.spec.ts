import { type Change } from '#runtime';
import { creation, MINUTE, newDispatch, START, step } from './changes.js';
import { dueWork } from './due-work.js';
import { describeFreshStores } from './store-adapters.js';

const ring = (dispatch: string | undefined) => ({ dispatch, role: 'cpr', delivery: expect.any(Object) });

describeFreshStores('DueStore in $name', (stores, elsewhere) => {
  /** A journey for each of the instants, with one dispatch that is to be rung then. */
  async function asking(ringAt: readonly number[], authority = 'cpr'): Promise<readonly string[]> {
    const changes = ringAt.map(at => {
      const { journey } = creation();
      return creation({ journey, dispatches: [newDispatch(1, { authority, ringAt: at })] });
    });
    await stores.journeys.commit(changes);
    return changes.map(({ journey }) => `${journey}-1`);
  }

  async function waiting(due: readonly number[]): Promise<Change> {
    const created = creation({ timers: due.map((at, i) => ({ seq: i + 1, due: at })) });
    await stores.journeys.commit([created]);
    return created;
  }

  it('gives what is due, oldest first, and nothing that is not', async () => {
    const [late, early, future] = await asking([START + 5, START + 2, START + 1000]);
    const second = await waiting([START + 4]);
    const first = await waiting([START + 3, START + 2000]);
    await waiting([START + 1001]);
    expect(await dueWork(stores.due, START + 10, START + MINUTE, 100)).toEqual({
      dispatches: [ring(early), ring(late)],
      journeys: [first.journey, second.journey],
    });
    expect((await dueWork(stores.due, START + 1000, START + MINUTE, 100)).dispatches).toEqual([ring(future)]);
  });

  it('says since when a ring may wait in the queue; one that has been tried is not in line', async () => {
    const [untried, tried] = await asking([START + 1, START + 2]);
    await stores.dispatches.postpone(tried!, { code: 'unreachable', message: 'away' }, START + 3);
    expect((await dueWork(stores.due, START + 10, START + MINUTE, 9)).dispatches).toEqual([
      { dispatch: untried, role: 'cpr', delivery: { kind: 'repeat', rungAt: START } },
      { dispatch: tried, role: 'cpr', delivery: { kind: 'retry' } },
    ]);
    // However often it is given, that does not change.
    const { dispatches } = await dueWork(stores.due, START + MINUTE, START + 2 * MINUTE, 9);
    expect(dispatches.find(({ dispatch }) => dispatch === untried)).toMatchObject({
      delivery: { kind: 'repeat', rungAt: START },
    });
    expect(dispatches.find(({ dispatch }) => dispatch === tried)).toMatchObject({
      delivery: { kind: 'retry' },
    });
  });

  it('does not give the same again before it is to be rung again', async () => {
    await asking([START]);
    await waiting([START]);
    expect((await dueWork(stores.due, START, START + MINUTE, 9)).dispatches).toHaveLength(1);
    expect(await dueWork(stores.due, START + MINUTE - 1, START + 2 * MINUTE, 9)).toEqual({
      dispatches: [],
      journeys: [],
    });
    const again = await dueWork(stores.due, START + MINUTE, START + 2 * MINUTE, 9);
    expect([again.dispatches, again.journeys].map(list => list.length)).toEqual([1, 1]);
  });

  it('gives at most as many as asked for, and the rest next time', async () => {
    const ids = await asking([1, 2, 3, 4, 5].map(i => START + i));
    const journeys: string[] = [];
    for (let i = 0; i < 5; i += 1) journeys.push((await waiting([START + i])).journey);
    const first = await dueWork(stores.due, START + 10, START + MINUTE, 3);
    const second = await dueWork(stores.due, START + 10, START + MINUTE, 3);
    expect(first.dispatches.map(({ dispatch }) => dispatch)).toEqual(ids.slice(0, 3));
    expect(second.dispatches.map(({ dispatch }) => dispatch)).toEqual(ids.slice(3));
    expect(first.journeys).toEqual(journeys.slice(0, 3));
    expect(second.journeys).toEqual(journeys.slice(3));
  });

  it('names a journey with several due timers once', async () => {
    const { journey } = await waiting([START, START + 1]);
    expect((await dueWork(stores.due, START + 1, START + MINUTE, 9)).journeys).toEqual([journey]);
  });

  it('gives none of a paused authority, however many it has, and all of it once it goes on', async () => {
    await asking(
      Array.from({ length: 20 }, (_, i) => START + i),
      'dar',
    );
    const [other] = await asking([START + 100], 'cpr');
    await stores.pauses.set('dar', true, 'planned downtime', 'ops:maja', START);
    const { dispatches } = await dueWork(stores.due, START + 100, START + MINUTE, 5);
    expect(dispatches).toEqual([ring(other)]);
    await stores.pauses.set('dar', false, 'back again', 'ops:maja', START);
    expect((await dueWork(stores.due, START + 100, START + MINUTE, 50)).dispatches).toHaveLength(20);
  });

  it('gives none of a paused role, at whichever authority, and what those have in other roles', async () => {
    const [of, other] = [creation(), creation()];
    const daycare = { service: 'daycare.register', authority: '0265', ringAt: START };
    await stores.journeys.commit([
      creation({ journey: of.journey, dispatches: [newDispatch(1, daycare)] }),
      creation({
        journey: other.journey,
        dispatches: [newDispatch(1, { ...daycare, service: 'kommune.readServices' })],
      }),
    ]);
    await stores.pauses.set('daycare', true, 'planned downtime', 'ops:maja', START);
    expect((await dueWork(stores.due, START, START + MINUTE, 5)).dispatches).toMatchObject([
      { dispatch: `${other.journey}-1`, role: 'kommune' },
    ]);
    expect((await stores.due.outlook(START)).asked).toEqual(['0265']);
    await stores.pauses.set('daycare', false, 'back again', 'ops:maja', START);
    expect((await dueWork(stores.due, START, START + MINUTE, 5)).dispatches).toMatchObject([
      { dispatch: `${of.journey}-1`, role: 'daycare' },
    ]);
  });

  it('gives nothing that was settled, stopped, accepted, parked or cleared meanwhile', async () => {
    const { journey } = creation();
    const asked = creation({
      journey,
      dispatches: [1, 2, 3, 4, 5].map(seq => newDispatch(seq, { ringAt: START })),
      timers: [
        { seq: 6, due: START },
        { seq: 7, due: START },
      ],
    });
    await stores.journeys.commit([asked]);
    await stores.dispatches.accept(`${journey}-1`, START + MINUTE);
    await stores.dispatches.park(`${journey}-2`, { code: 'given-up', message: 'no' });
    await stores.dispatches.postpone(`${journey}-3`, { code: 'busy', message: '503' }, START + MINUTE);
    const moved = step(asked, {
      settles: { seq: 4, status: 'answered' },
      stops: [5],
      timersCleared: [6, 7],
    });
    await stores.journeys.commit([moved]);
    expect(await dueWork(stores.due, START, START + MINUTE, 9)).toEqual({ dispatches: [], journeys: [] });
    const later = await dueWork(stores.due, START + MINUTE, START + 2 * MINUTE, 9);
    expect(later).toEqual({ dispatches: [ring(`${journey}-3`)], journeys: [] });
    await stores.dispatches.reopen(`${journey}-2`, START);
    expect((await dueWork(stores.due, START, START + MINUTE, 9)).dispatches).toEqual([ring(`${journey}-2`)]);
  });

  it('lets no authority hold up another', async () => {
    const many = await asking(Array.from({ length: 20 }, (_, i) => START + i));
    const [other] = await asking([START + 100], 'dar');
    const { dispatches } = await dueWork(stores.due, START + 100, START + MINUTE, 5);
    expect(dispatches.map(({ dispatch }) => dispatch)).toEqual([...many.slice(0, 5), other]);
  });

  // Several times over: what they take from one another has been changed while they looked for it.
  it('shares the work between several that ask at once, again and again', async () => {
    const ids: string[] = [];
    for (const authority of ['cpr', 'dar', 'skat']) {
      const instants = Array.from({ length: 70 }, (_, i) => START + i);
      ids.push(...(await asking(instants, authority)));
    }
    for (let i = 0; i < 30; i += 1) await waiting([START + i]);
    const relays = [stores.due, elsewhere().due];
    for (let round = 1; round <= 12; round += 1) {
      const [now, again] = [START + round * MINUTE, START + (round + 1) * MINUTE];
      const shares = await Promise.all(
        Array.from({ length: 8 }, (_, i) => dueWork(relays[i % 2]!, now, again, 15)),
      );
      const rest = await dueWork(stores.due, now, again, 1000);
      const all = [...shares, rest];
      expect(all.flatMap(share => share.dispatches.map(({ dispatch }) => dispatch)).sort()).toEqual(
        [...ids].sort(),
      );
      const journeys = all.flatMap(share => share.journeys);
      expect(new Set(journeys).size).toBe(30);
      expect(journeys).toHaveLength(30);
    }
  });

  describe('outlook', () => {
    it('names the next timer, whether it was rung for or not', async () => {
      const { journey } = await waiting([START + 5]);
      await waiting([START + 9]);
      const next = { asked: [], timer: { due: START + 5, journey } };
      expect(await stores.due.outlook(START)).toEqual(next);
      await stores.due.journeys(START + 6, START + MINUTE, 9);
      expect(await stores.due.outlook(START)).toEqual(next);
    });

    it('passes over the timers of a journey that is held', async () => {
      const held = await waiting([START + 5]);
      const { journey } = await waiting([START + 9]);
      await stores.journeys.commit([step(held, { status: 'held' })]);
      expect((await stores.due.outlook(START)).timer).toEqual({ due: START + 9, journey });
    });

    it('names the authorities that are asked, each once', async () => {
      await asking([START + 1, START + 2], 'dar');
      await asking([START + 3], 'cpr');
      await asking([START + 4], 'skat');
      await stores.pauses.set('skat', true, 'planned downtime', 'ops:maja', START);
      expect(await stores.due.outlook(START)).toEqual({ asked: ['cpr', 'dar'] });
    });

    it('leaves out what has been accepted, and what waits long for its next attempt', async () => {
      const [accepted, failed] = await asking([START + 1, START + 2]);
      await stores.dispatches.accept(accepted!, START + MINUTE);
      await stores.dispatches.postpone(failed!, { code: 'unreachable', message: 'away' }, START + MINUTE);
      expect(await stores.due.outlook(START + MINUTE - 1)).toEqual({ asked: [] });
      expect(await stores.due.outlook(START + MINUTE)).toEqual({ asked: ['cpr'] });
    });
  });
});
