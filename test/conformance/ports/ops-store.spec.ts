import { randomUUID } from 'node:crypto';
import { type Change, type DispatchFilter, type JourneyFilter } from '#runtime';
import { creation, MINUTE, newDispatch, START, step } from './changes.js';
import { describeFreshStores, describeStores } from './store-adapters.js';

describeStores('OpsStore in $name', stores => {
  const { journey } = creation();
  const moving = creation({ journey, dispatches: [newDispatch(1), newDispatch(2)] });
  const moved = step(moving, {
    at: START + 5 * MINUTE,
    settles: { seq: 1, status: 'answered' },
  });
  const divorced = creation({ definition: 'divorce', at: START + MINUTE });
  const ended = step(divorced, { status: 'done', states: ['divorced'], at: START + 9 * MINUTE });
  const third = creation().journey;
  const bereaved = creation({
    journey: third,
    definition: 'bereavement',
    at: START + 2 * MINUTE,
    states: ['underWay.estate', 'underWay.funeral'],
    dispatches: [
      newDispatch(1, { authority: 'skifteretten', service: 'skifteretten.open' }),
      newDispatch(2, { authority: 'dar', service: 'dar.find' }),
    ],
  });

  beforeAll(async () => {
    for (const change of [moving, divorced, bereaved, moved, ended]) await stores.journeys.commit([change]);
    await stores.dispatches.accept(`${third}-1`, START + 3 * MINUTE);
    await stores.dispatches.park(`${third}-2`, { code: 'given-up', message: 'after 12 attempts' });
  });

  const summary = (created: Change, last: Change) => ({
    journey: created.journey,
    definition: created.definition,
    hash: created.hash,
    status: last.status,
    states: last.states,
    version: last.expects + 1,
    startedAt: created.at,
    movedAt: last.at,
  });

  it('lists journeys newest first, without anything that is sealed', async () => {
    expect(await stores.ops.journeys({})).toEqual([
      summary(bereaved, bereaved),
      summary(divorced, ended),
      summary(moving, moved),
    ]);
  });

  const JOURNEY_FILTERS: [string, JourneyFilter, Change[]][] = [
    ['status', { status: 'active' }, [bereaved, moving]],
    ['status of those that have ended', { status: 'done' }, [divorced]],
    ['definition', { definition: 'divorce' }, [divorced]],
    ['a state', { state: 'underWay.funeral' }, [bereaved]],
    ['an authority it waits for', { authority: 'cpr' }, [moving]],
    ['an authority with a parked dispatch', { authority: 'dar' }, [bereaved]],
    ['an authority nobody waits for', { authority: 'skat' }, []],
    ['start', { startedBefore: START + MINUTE }, [moving]],
    ['its id', { journey: third }, [bereaved]],
    ['an id that is none', { journey: 'third' }, []],
    ['the end of its id', { idEnd: third.slice(20) }, [bereaved]],
    ['the end of an id that there is not', { idEnd: '000-000000000000' }, []],
    ['idleness', { idleSince: START + 5 * MINUTE }, [bereaved]],
    ['several at once', { status: 'active', definition: 'moving', authority: 'cpr' }, [moving]],
    ['several that exclude each other', { status: 'done', definition: 'moving' }, []],
    ['a limit', { limit: 2 }, [bereaved, divorced]],
    ['the last one of the page before', { after: { at: divorced.at, id: divorced.journey } }, [moving]],
    ['a last one that is gone', { after: { at: bereaved.at - 1, id: randomUUID() } }, [divorced, moving]],
  ];
  it.each(JOURNEY_FILTERS)('finds journeys by %s', async (_, filter, expected) => {
    const found = await stores.ops.journeys(filter);
    expect(found.map(row => row.journey)).toEqual(expected.map(change => change.journey));
  });

  it('lists dispatches newest first, without their input', async () => {
    const [first] = await stores.ops.dispatches({});
    expect(first).toEqual({
      id: `${third}-2`,
      journey: third,
      seq: 2,
      service: 'dar.find',
      authority: 'dar',
      state: 'underWay.registering',
      status: 'parked',
      attempt: 0,
      createdAt: bereaved.at,
      error: { code: 'given-up', message: 'after 12 attempts' },
    });
  });

  const after = ({ journey: id, at }: Change, seq: number): DispatchFilter => ({
    after: { at, id: `${id}-${seq}` },
  });
  const DISPATCH_FILTERS: [string, DispatchFilter, string[]][] = [
    ['nothing', {}, [`${third}-2`, `${third}-1`, `${journey}-2`, `${journey}-1`]],
    ['status', { status: 'pending' }, [`${journey}-2`]],
    ['status of those that are settled', { status: 'answered' }, [`${journey}-1`]],
    ['authority', { authority: 'cpr' }, [`${journey}-2`, `${journey}-1`]],
    ['service', { service: 'dar.find' }, [`${third}-2`]],
    ['journey', { journey: third }, [`${third}-2`, `${third}-1`]],
    ['its place', { journey: third, seq: 2 }, [`${third}-2`]],
    ['a journey that is no id', { journey: '*' }, []],
    ['error', { error: 'given-up' }, [`${third}-2`]],
    ['being overdue', { overdueAt: START + 3 * MINUTE }, [`${third}-1`]],
    ['being overdue when nothing is yet', { overdueAt: START + 2 * MINUTE }, []],
    ['several at once', { status: 'parked', authority: 'dar' }, [`${third}-2`]],
    ['a limit', { limit: 1 }, [`${third}-2`]],
    ['the last one of the page before', after(bereaved, 1), [`${journey}-2`, `${journey}-1`]],
    ['one of several of one instant', after(moving, 2), [`${journey}-1`]],
    ['a last one whose number ends like another', after(moving, 12), [`${journey}-2`, `${journey}-1`]],
  ];
  it.each(DISPATCH_FILTERS)('finds dispatches by %s', async (_, filter, expected) => {
    const found = await stores.ops.dispatches(filter);
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  it('counts what is not settled, by authority, role and status', async () => {
    const counts = await stores.ops.backlog();
    expect(counts).toHaveLength(3);
    expect(counts).toEqual(
      expect.arrayContaining([
        { role: 'cpr', authority: 'cpr', status: 'pending', count: 1, failing: 0, oldest: moving.at },
        { role: 'dar', authority: 'dar', status: 'parked', count: 1, failing: 1, oldest: bereaved.at },
        {
          role: 'skifteretten',
          authority: 'skifteretten',
          status: 'accepted',
          count: 1,
          failing: 0,
          oldest: bereaved.at,
        },
      ]),
    );
  });

  it('counts what should have been answered by now', async () => {
    expect(await stores.ops.overdue(START + 2 * MINUTE)).toEqual([]);
    expect(await stores.ops.overdue(START + 3 * MINUTE)).toEqual([
      { role: 'skifteretten', authority: 'skifteretten', count: 1 },
    ]);
  });

  it('counts journeys under way by their definition', async () => {
    const counts = await stores.ops.underWay();
    expect(counts).toHaveLength(new Set([moving.hash, bereaved.hash]).size);
    const sum = counts.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(2);
  });

  it('counts journeys that are held, and says since when', async () => {
    expect(await stores.ops.held()).toEqual({ count: 0 });
    const [first, second] = [creation(), creation()];
    const held = [first, second].map((change, i) => step(change, { status: 'held', at: START + i * MINUTE }));
    for (const change of [first, second, ...held]) await stores.journeys.commit([change]);
    expect(await stores.ops.held()).toEqual({ count: 2, since: START });
    const resumed = held.map(change => step(change, { status: 'active', at: START + 3 * MINUTE }));
    for (const change of resumed) await stores.journeys.commit([change]);
    expect(await stores.ops.held()).toEqual({ count: 0 });
  });
});

describeFreshStores('what fails alike, in $name', stores => {
  const AWAY = { code: 'unreachable', message: 'connect ECONNREFUSED' };
  const BROKEN = { code: 'answer-breaks-contract', message: 'no' };
  const asking = async (service: string, minute: number, authority = 'cpr'): Promise<string> => {
    const { journey } = creation();
    const dispatches = [newDispatch(1, { service, authority, ringAt: START })];
    await stores.journeys.commit([{ ...creation({ journey, dispatches }), at: START + minute * MINUTE }]);
    return `${journey}-1`;
  };

  it('is one incident for each service and cause, the largest first', async () => {
    const parked = [await asking('kommune.ask', 3, '0265'), await asking('kommune.ask', 2, '0259')];
    const waiting = await asking('kommune.ask', 4, '0265');
    const broken = await asking('cpr.registerMove', 1);
    await asking('cpr.registerMove', 0);
    for (const id of parked) await stores.dispatches.park(id, AWAY);
    await stores.dispatches.postpone(waiting, AWAY, START + 90 * MINUTE);
    await stores.dispatches.park(broken, BROKEN);
    expect(await stores.ops.incidents()).toEqual([
      {
        service: 'kommune.ask',
        cause: AWAY.code,
        message: AWAY.message,
        parked: 2,
        waiting: 1,
        journeys: 3,
        authorities: ['0259', '0265'],
        oldest: START + 2 * MINUTE,
        nextAttempt: START + 90 * MINUTE,
      },
      {
        service: 'cpr.registerMove',
        cause: BROKEN.code,
        message: BROKEN.message,
        parked: 1,
        waiting: 0,
        journeys: 1,
        authorities: ['cpr'],
        oldest: START + MINUTE,
      },
    ]);
  });

  it('is tried anew together, oldest first, and no more than was asked for', async () => {
    const alike = [
      await asking('kommune.ask', 1),
      await asking('kommune.ask', 2),
      await asking('kommune.ask', 3),
    ];
    const other = await asking('kommune.ask', 0);
    const elsewhere = await asking('cpr.registerMove', 0);
    const untried = await asking('kommune.ask', 0);
    for (const id of [...alike.slice(0, 2), elsewhere]) await stores.dispatches.park(id, AWAY);
    await stores.dispatches.postpone(alike[2]!, AWAY, START + 90 * MINUTE);
    await stores.dispatches.park(other, BROKEN);
    const order = (most: number) =>
      stores.dispatches.reopenAlike(
        { service: 'kommune.ask', cause: AWAY.code },
        START + 9 * MINUTE,
        50,
        most,
      );
    const { journeys, ...counts } = await order(2);
    expect(counts).toEqual({ rung: 2, left: 1, underWay: 0 });
    expect([...journeys].sort()).toEqual(
      alike
        .slice(0, 2)
        .map(id => id.slice(0, 36))
        .sort(),
    );
    const [first, second, third] = await Promise.all(alike.map(id => stores.dispatches.find(id)));
    expect(first).toMatchObject({ status: 'pending', attempt: 0 });
    expect(second).toMatchObject({ status: 'pending', attempt: 0 });
    expect(third).toMatchObject({ status: 'pending', attempt: 1 });
    for (const id of [other, elsewhere]) {
      expect(await stores.dispatches.find(id)).toMatchObject({ status: 'parked' });
    }
    expect((await stores.dispatches.find(untried))?.reopenedAt).toBeUndefined();
    expect(await order(50)).toMatchObject({ rung: 1, left: 0, underWay: 2 });
  });
});
