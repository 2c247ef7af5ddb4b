import { randomUUID } from 'node:crypto';
import { type Change } from '#runtime';
import { creation, MINUTE, newDispatch, START, step } from './changes.js';
import { describeStores } from './store-adapters.js';

const UNREACHABLE = { code: 'unreachable', message: 'connect ECONNREFUSED' };

describeStores('DispatchStore in $name', (stores, elsewhere) => {
  let asked: Change;
  let id: string;
  beforeEach(async () => {
    const { journey } = creation();
    const { disclosure: _nothing, ...impersonal } = newDispatch(10);
    asked = creation({ journey, dispatches: [newDispatch(2), impersonal] });
    await stores.journeys.commit([asked]);
    id = `${journey}-2`;
  });

  const PENDING = { status: 'pending', attempt: 0 };

  it('gives a dispatch back as it was asked for', async () => {
    const { ringAt: _ringAt, ...rest } = asked.dispatches[0]!;
    const expected = { ...rest, ...PENDING, id, journey: asked.journey, createdAt: START };
    expect(await stores.dispatches.find(id)).toEqual(expected);
    const all = await stores.dispatches.ofJourney(asked.journey);
    expect(all.map(({ seq }) => seq)).toEqual([2, 10]);
    expect(all[0]).toEqual(expected);
    expect(all[1]).not.toHaveProperty('disclosure');
  });

  it('gives what waits or was given up to another authority, sealed for that one, and leaves what has been accepted', async () => {
    const { journey } = creation();
    const regional = { service: 'doctorChoice.chooseDoctor', authority: 'region-sjaelland' };
    const created = creation({ journey, dispatches: [1, 2, 3].map(seq => newDispatch(seq, regional)) });
    await stores.journeys.commit([created]);
    await stores.dispatches.park(`${journey}-2`, UNREACHABLE);
    await stores.dispatches.accept(`${journey}-3`, START + MINUTE);
    const { service } = regional;
    const readdressed = created.dispatches.map(({ seq, input }) => ({
      seq,
      service,
      authority: 'region-oestdanmark',
      input,
    }));
    await stores.journeys.commit([step(created, { readdressed })]);
    expect(await stores.dispatches.ofJourney(journey)).toMatchObject([
      { status: 'pending', authority: 'region-oestdanmark', input: created.dispatches[0]!.input },
      { status: 'parked', authority: 'region-oestdanmark', error: UNREACHABLE },
      { status: 'accepted', authority: 'region-sjaelland', input: created.dispatches[2]!.input },
    ]);
  });

  it('names who is asked what, and the journeys that wait for it, page by page', async () => {
    const at = { service: 'school.enrol', authority: '0265' };
    const journeys = [creation(), creation(), creation()].map(({ journey }) => journey).sort();
    for (const journey of journeys) {
      await stores.journeys.commit([
        creation({ journey, dispatches: [newDispatch(1, at), newDispatch(2, at)] }),
      ]);
    }
    const settled = creation();
    const over = creation({
      journey: settled.journey,
      dispatches: [newDispatch(1, { ...at, authority: '0259' })],
    });
    await stores.journeys.commit([over]);
    await stores.journeys.commit([step(over, { settles: { seq: 1, status: 'answered' } })]);
    const pairs = (await stores.dispatches.asked()).filter(({ service }) => service === at.service);
    expect(pairs).toEqual([at]);
    const first = await stores.dispatches.journeysAsking(at.service, at.authority, 2);
    expect(first).toEqual(journeys.slice(0, 2));
    expect(await stores.dispatches.journeysAsking(at.service, at.authority, 2, first.at(-1))).toEqual(
      journeys.slice(2),
    );
    expect(await stores.dispatches.journeysAsking(at.service, '0259', 2)).toEqual([]);
  });

  it('says which journeys have asked something about one of several persons, each once, and not to whom they wrote', async () => {
    const [ida, bo, eve] = [randomUUID(), randomUUID(), randomUUID()];
    const about = (seq: number, ...persons: string[]) =>
      newDispatch(seq, { disclosure: { persons, categories: ['identity'], ground: 'Loven' } });
    const { state: _, ...delivery } = about(-1_000, eve);
    const [one, other] = [
      creation({ dispatches: [about(1, ida), about(2, ida, bo), delivery] }),
      creation({ dispatches: [about(1, bo), newDispatch(2)] }),
    ];
    const committed = { kind: 'committed' };
    expect(await stores.journeys.commit([one, other])).toEqual([committed, committed]);
    const naming = async (...persons: string[]) =>
      [...(await elsewhere().dispatches.journeysNaming(persons))].sort();
    expect(await naming(ida)).toEqual([one.journey]);
    expect(await naming(ida, bo)).toEqual([one.journey, other.journey].sort());
    expect(await naming(eve)).toEqual([]);
    expect(await naming()).toEqual([]);
    expect(await naming('nobody')).toEqual([]);
  });

  it.each(['', 'none', `${randomUUID()}`, `${randomUUID()}-1`, 'x-1', `${randomUUID()}-4294967296`])(
    'knows no dispatch %j',
    async unknown => {
      expect(await stores.dispatches.find(unknown)).toBeUndefined();
      expect(await stores.dispatches.ofJourney(unknown)).toEqual([]);
      expect(await stores.dispatches.postpone(unknown, UNREACHABLE, START)).toBe(false);
      expect(await stores.dispatches.accept(unknown, START)).toBe(false);
      expect(await stores.dispatches.park(unknown, UNREACHABLE)).toBe(false);
      expect(await stores.dispatches.defer(unknown, UNREACHABLE, START)).toBe(false);
      expect(await stores.dispatches.reopen(unknown, START)).toBe(false);
    },
  );

  it('counts attempts and keeps the last failure when it is postponed', async () => {
    expect(await stores.dispatches.postpone(id, UNREACHABLE, START + MINUTE)).toBe(true);
    expect(await stores.dispatches.postpone(id, { code: 'busy', message: '503' }, START + 5 * MINUTE)).toBe(
      true,
    );
    const error = { code: 'busy', message: '503' };
    expect(await stores.dispatches.find(id)).toMatchObject({ status: 'pending', attempt: 2, error });
  });

  it('counts no attempt when it is put off unasked', async () => {
    expect(await stores.dispatches.defer(id, UNREACHABLE, START + MINUTE)).toBe(true);
    expect(await stores.dispatches.find(id)).toMatchObject({ ...PENDING, error: UNREACHABLE });
  });

  it('waits for a later answer once accepted', async () => {
    expect(await stores.dispatches.accept(id, START + 9 * MINUTE)).toBe(true);
    const dueAt = START + 9 * MINUTE;
    expect(await stores.dispatches.find(id)).toMatchObject({ status: 'accepted', dueAt });
    expect(await stores.dispatches.postpone(id, UNREACHABLE, START)).toBe(false);
    expect(await stores.dispatches.accept(id, START + 10 * MINUTE)).toBe(true);
    expect(await stores.dispatches.park(id, UNREACHABLE)).toBe(true);
  });

  it('is reopened by ops as if new, whether it waits or was given up', async () => {
    await stores.dispatches.postpone(id, UNREACHABLE, START + MINUTE);
    expect(await stores.dispatches.reopen(id, START + 1)).toBe(true);
    expect(await stores.dispatches.find(id)).toMatchObject({ ...PENDING, reopenedAt: START + 1 });
    await stores.dispatches.postpone(id, UNREACHABLE, START + MINUTE);
    const error = { code: 'unreachable', message: 'given up after 12 attempts' };
    expect(await stores.dispatches.park(id, error)).toBe(true);
    expect(await stores.dispatches.find(id)).toMatchObject({ status: 'parked', attempt: 1, error });
    expect(await stores.dispatches.postpone(id, UNREACHABLE, START)).toBe(false);
    expect(await stores.dispatches.defer(id, UNREACHABLE, START)).toBe(false);
    expect(await stores.dispatches.accept(id, START)).toBe(false);
    expect(await stores.dispatches.park(id, UNREACHABLE)).toBe(false);
    expect(await stores.dispatches.reopen(id, START + 2)).toBe(true);
    expect(await stores.dispatches.find(id)).toMatchObject({ ...PENDING, reopenedAt: START + 2 });
  });

  it.each(['answered', 'stopped', 'late'] as const)('never reopens one that is %s', async status => {
    const stopped = step(asked, { stops: [2] });
    const answered = step(asked, { settles: { seq: 2, status: 'answered' } });
    await stores.journeys.commit([status === 'answered' ? answered : stopped]);
    if (status === 'late') {
      await stores.journeys.commit([step(stopped, { settles: { seq: 2, status } })]);
    }
    expect(await stores.dispatches.postpone(id, UNREACHABLE, START)).toBe(false);
    expect(await stores.dispatches.accept(id, START)).toBe(false);
    expect(await stores.dispatches.park(id, UNREACHABLE)).toBe(false);
    expect(await stores.dispatches.reopen(id, START)).toBe(false);
    expect(await stores.dispatches.find(id)).toMatchObject({ status });
  });

  it.each(['accepted', 'parked'] as const)('is settled from %s, too', async status => {
    if (status === 'accepted') await stores.dispatches.accept(id, START + MINUTE);
    else await stores.dispatches.park(id, UNREACHABLE);
    const settles = { seq: 2, status: 'answered' } as const;
    await stores.journeys.commit([step(asked, { settles })]);
    const settledAt = START + MINUTE;
    expect(await stores.dispatches.find(id)).toMatchObject({ status: 'answered', settledAt });
  });
});
