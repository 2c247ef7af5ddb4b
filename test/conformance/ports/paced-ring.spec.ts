import { type AskedOf } from '#runtime';
import { creation, MINUTE, newDispatch, START, step } from './changes.js';
import { describeFreshStores } from './store-adapters.js';

const AWAY = { code: 'unreachable', message: 'connect ECONNREFUSED' };
const HOUR = 60 * MINUTE;

describeFreshStores('DispatchStore in $name, when an authority is back', (stores, elsewhere) => {
  /** Dispatches that were asked for one after the other, a minute apart. */
  async function asking(count: number, authority = 'cpr'): Promise<readonly string[]> {
    const changes = Array.from({ length: count }, (_, i) => {
      const { journey } = creation();
      const dispatches = [newDispatch(1, { authority, ringAt: START + HOUR })];
      return { ...creation({ journey, dispatches }), at: START + i * MINUTE };
    });
    // The last first: age is when it was asked for, not when it was stored.
    for (const change of [...changes].reverse()) await stores.journeys.commit([change]);
    return changes.map(({ journey }) => `${journey}-1`);
  }
  const due = async (now: number) =>
    (await stores.due.dispatches(now, now + HOUR, 100)).map(({ dispatch }) => dispatch);

  const reopened = (of: AskedOf, at: number, parked = false, most = 1_000) =>
    stores.dispatches.reopenAll(of, at, 50, most, parked);

  it('rings what failed or was put off, oldest first and so many a second', async () => {
    const [first, second, third, untried] = await asking(4);
    const [other] = await asking(1, 'dar');
    await stores.dispatches.postpone(first!, AWAY, START + HOUR);
    await stores.dispatches.defer(second!, AWAY, START + 2 * HOUR);
    await stores.dispatches.postpone(third!, AWAY, START + 3 * HOUR);
    await stores.dispatches.postpone(other!, AWAY, START + HOUR);
    const at = START + 10 * MINUTE;
    expect(await stores.dispatches.ringAll({ authority: 'cpr' }, at, 2)).toBe(3);
    expect(await due(at - 1)).toEqual([]);
    expect(await due(at)).toEqual([first]);
    expect(await due(at + 500)).toEqual([second]);
    expect(await due(at + MINUTE)).toEqual([third]);
    expect(await stores.dispatches.find(first!)).toMatchObject({ attempt: 1, error: AWAY });
    expect(await due(START + HOUR)).toEqual(expect.arrayContaining([untried, other]));
  });

  it('rings for an authority in one of its roles, and by order of ops for all who take a role', async () => {
    const ids: string[] = [];
    for (const [role, authority] of [
      ['daycare', '0265'],
      ['kommune', '0265'],
      ['daycare', '0259'],
    ] as const) {
      const { journey } = creation();
      const asked = newDispatch(1, { service: `${role}.ask`, authority, ringAt: START + HOUR });
      await stores.journeys.commit([creation({ journey, dispatches: [asked] })]);
      await stores.dispatches.postpone(`${journey}-1`, AWAY, START + HOUR);
      ids.push(`${journey}-1`);
    }
    const [daycare, kommune, another] = ids;
    expect(await stores.dispatches.ringAll({ role: 'daycare', authority: '0265' }, START, 50)).toBe(1);
    expect(await due(START + MINUTE)).toEqual([daycare]);
    expect(await reopened({ role: 'daycare' }, START + 2 * MINUTE)).toMatchObject({ rung: 2 });
    expect((await due(START + 3 * MINUTE)).sort()).toEqual([daycare, another].sort());
    expect(await reopened({ authority: '0265' }, START + 4 * MINUTE)).toMatchObject({ rung: 2 });
    expect((await due(START + 5 * MINUTE)).sort()).toEqual([daycare, kommune].sort());
  });

  it('does not put off what would be rung sooner', async () => {
    const [, last] = await asking(2);
    await stores.dispatches.postpone(last!, AWAY, START + 1);
    expect(await stores.dispatches.ringAll({ authority: 'cpr' }, START + MINUTE, 1)).toBe(1);
    expect(await due(START + 1)).toEqual([last]);
  });

  it.each([true, false])('by order of ops gives all a new beginning (those given up: %s)', async parked => {
    const [untried, tried, unreachable, broken, settled] = await asking(5);
    await stores.dispatches.postpone(tried!, AWAY, START + 9 * HOUR);
    await stores.dispatches.park(unreachable!, AWAY);
    await stores.dispatches.park(broken!, { code: 'answer-breaks-contract', message: 'no' });
    const journey = settled!.slice(0, -2);
    await stores.journeys.commit([step(creation({ journey }), { settles: { seq: 1, status: 'answered' } })]);

    const at = START + 10 * MINUTE;
    const { journeys, ...counts } = await reopened({ authority: 'cpr' }, at, parked);
    expect(counts).toEqual({ rung: parked ? 3 : 2, left: 0, underWay: 0 });
    const given = parked ? [untried, tried, unreachable] : [untried, tried];
    expect([...journeys].sort()).toEqual(given.map(id => id!.slice(0, -2)).sort());
    expect(await due(at + 999)).toEqual(given);
    expect(await stores.dispatches.find(tried!)).toMatchObject({ attempt: 0, reopenedAt: at });
    const statuses = await Promise.all(
      [unreachable, broken, settled].map(async id => (await stores.dispatches.find(id!))?.status),
    );
    expect(statuses).toEqual([parked ? 'pending' : 'parked', 'parked', 'answered']);
  });

  it('by order of ops gives so many a new beginning, the oldest, and says how many there are besides', async () => {
    const [first, second, third] = await asking(3);
    const at = START + 10 * MINUTE;
    const { journeys, ...counts } = await reopened({ authority: 'cpr' }, at, false, 2);
    expect(counts).toEqual({ rung: 2, left: 1, underWay: 0 });
    expect([...journeys].sort()).toEqual([first, second].map(id => id!.slice(0, -2)).sort());
    expect(await stores.dispatches.find(third!)).not.toHaveProperty('reopenedAt');
  });

  it('by order of ops takes what an earlier order has not, and has no more than so many in line', async () => {
    const ids = await asking(5);
    const at = START + 10 * MINUTE;
    const [last] = ids.slice(-1);
    await stores.dispatches.park(last!, AWAY);
    const order = async (now: number) => {
      const { journeys, ...counts } = await stores.dispatches.reopenAll(
        { authority: 'cpr' },
        now,
        1,
        2,
        true,
      );
      return { ...counts, taken: ids.filter(id => journeys.includes(id.slice(0, -2))) };
    };
    expect(await order(at)).toEqual({ rung: 2, left: 3, underWay: 0, taken: ids.slice(0, 2) });
    expect(await order(at)).toEqual({ rung: 0, left: 3, underWay: 2, taken: [] });
    expect(await due(at)).toEqual(ids.slice(0, 1));
    // The first has had its turn.
    expect(await order(at + 1_000)).toEqual({ rung: 1, left: 2, underWay: 2, taken: ids.slice(2, 3) });
    expect(await due(at + 1_999)).toEqual(ids.slice(1, 2));
    expect(await due(at + 2_000)).toEqual(ids.slice(2, 3));
    // One that was given up again is nobody's any more, and the order of long ago is over.
    await stores.dispatches.park(ids[2]!, AWAY);
    expect(await order(at + 2_500)).toEqual({ rung: 2, left: 3, underWay: 0, taken: ids.slice(0, 2) });
  });

  it('by order of ops takes of what fails alike what an earlier order has not', async () => {
    const ids = await asking(3);
    for (const id of ids) await stores.dispatches.park(id, AWAY);
    const { service } = (await stores.dispatches.find(ids[0]!))!;
    const order = (now: number) => stores.dispatches.reopenAlike({ service, cause: AWAY.code }, now, 1, 2);
    expect(await order(START)).toMatchObject({ rung: 2, left: 1, underWay: 0 });
    expect(await order(START + 1_000)).toMatchObject({ rung: 1, left: 0, underWay: 2 });
    expect(await order(START + 1_000)).toMatchObject({ rung: 0, left: 0, underWay: 3, journeys: [] });
  });

  // Several at once, on what others are changing: nobody locks anybody out.
  it('gets along with relays and with those who settle', async () => {
    const ids = await asking(60);
    for (const id of ids) await stores.dispatches.postpone(id, AWAY, START + HOUR);
    const there = elsewhere();
    for (let round = 0; round < 6; round += 1) {
      const settled = ids.slice(round * 10, round * 10 + 10);
      const steps = settled.map(id =>
        step(creation({ journey: id.slice(0, -2) }), { settles: { seq: 1, status: 'answered' } }),
      );
      const now = START + (round + 2) * HOUR;
      const [outcomes] = await Promise.all([
        stores.journeys.commit(steps.reverse()),
        ...Array.from({ length: 4 }, () => there.dispatches.ringAll({ authority: 'cpr' }, now, 50)),
        ...Array.from({ length: 4 }, () => there.due.dispatches(now, now + MINUTE, 20)),
        ...Array.from({ length: 2 }, () => reopened({ authority: 'cpr' }, now, true)),
      ]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(settled.map(() => 'committed'));
    }
    for (const id of ids) expect(await stores.dispatches.find(id)).toMatchObject({ status: 'answered' });
  });
});
