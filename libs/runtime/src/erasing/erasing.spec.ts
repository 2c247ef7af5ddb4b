import { MOVE, sampleWorld } from '../../test/sample-runtime.js';
import { Definitions } from '../definitions.js';
import { MemoryAnnouncer, MemoryErasureList } from '../memory/index.js';
import { Erasing } from './erasing.js';

const DAY = 24 * 3_600_000;

async function erasingWorld(change?: (main: string) => string) {
  const world = await sampleWorld(change);
  const list = new MemoryErasureList();
  const told: string[] = [];
  const { stores, clock } = world;
  const erasing = new Erasing({
    erasures: stores.erasures,
    list,
    news: { tell: journeys => void told.push(...journeys) },
    sessions: { endAll: async () => undefined },
    announcer: new MemoryAnnouncer(),
    definitions: new Definitions(stores.definitions, () => world.compiled()),
    calendar: clock,
  });
  const runtime = world.runtime();
  const start = async (person = 'anna') => (await runtime.start({ definition: 'moving', person })).record.id;
  const cancelled = async (person = 'anna') => {
    const journey = await start(person);
    await runtime.cancel({ journey, person });
    return journey;
  };
  return { ...world, world, erasing, list, told, runtimeHere: runtime, start, cancelled };
}

describe('erasing a journey', () => {
  it('leaves nothing of it, lists it, and tells every process', async () => {
    const { erasing, cancelled, list, told, reader, clock } = await erasingWorld();
    const journey = await cancelled();
    const erasure = await erasing.journey(journey, { reason: 'request' });
    expect(erasure).toMatchObject({ kind: 'erased', journey, rows: { entries: 2, participants: 1 } });
    expect(list.lines).toEqual([{ kind: 'journey', id: journey, at: clock.now(), reason: 'request' }]);
    expect(told).toEqual([journey]);
    await expect(reader.view(journey, 'anna')).rejects.toMatchObject({ code: 'unknown-journey' });
    expect(await erasing.journey(journey, { reason: 'request' })).toEqual({ kind: 'unknown', journey });
    expect(list.lines).toHaveLength(1);
  });

  it('takes one that is under way only when asked for that', async () => {
    const { erasing, start, list } = await erasingWorld();
    const journey = await start();
    const kept = { kind: 'kept', journey, kept: { why: 'under-way' } };
    expect(await erasing.journey(journey, { reason: 'mistake' })).toEqual(kept);
    expect(list.lines).toEqual([]);
    expect(await erasing.journey(journey, { reason: 'mistake', underWay: true })).toMatchObject({
      kind: 'erased',
    });
  });

  it('keeps what the law obliges us to keep, until then, and says so', async () => {
    const obliged = (main: string) => main.replace('Forældelsesloven § 3 }', 'Loven § 1, obliged: true }');
    const { erasing, cancelled, clock } = await erasingWorld(obliged);
    const journey = await cancelled();
    const reason = 'request';
    expect(await erasing.journey(journey, { reason })).toEqual({
      kind: 'kept',
      journey,
      kept: { why: 'law', until: Date.parse('2028-03-01T23:00:00Z'), source: 'Loven § 1' },
    });
    clock.advance(3 * 366 * DAY);
    expect(await erasing.journey(journey, { reason })).toMatchObject({ kind: 'erased' });
  });

  it('tells whoever starts it again with its key that it is not there', async () => {
    const { erasing, runtimeHere } = await erasingWorld();
    const request = { definition: 'moving', person: 'anna', key: 'k' };
    const { record } = await runtimeHere.start(request);
    await erasing.journey(record.id, { reason: 'mistake', underWay: true });
    await expect(runtimeHere.start(request)).rejects.toMatchObject({ code: 'unknown-journey' });
  });
});

describe('erasing a person', () => {
  it('takes their journeys, open ones too, their drafts and their number', async () => {
    const { erasing, stores, start, cancelled, runtimeHere } = await erasingWorld();
    const person = await stores.persons.personOf('0101900002');
    const journeys = [await start(person), await cancelled(person)];
    await runtimeHere.saveDraft(journeys[0]!, 'declareMove', person, { date: '2025-03-01' });
    const other = await start('bo');
    const erasure = await erasing.person(person, { reason: 'request' });
    expect(erasure.number).toEqual({ kind: 'erased' });
    expect(erasure.journeys.map(({ kind, journey }) => `${kind} ${journey}`).sort()).toEqual(
      journeys.map(journey => `erased ${journey}`).sort(),
    );
    expect(await stores.erasures.personWith('0101900002')).toBeUndefined();
    expect([...stores.tables.journeys.keys()]).toEqual([other]);
    expect(stores.tables.drafts.size).toBe(0);
  });

  it('keeps what is the case of others as well, and the number while it is open', async () => {
    const { erasing, stores, start, runtimeHere, list } = await erasingWorld();
    const person = await stores.persons.personOf('0101900002');
    const journey = await start(person);
    const declared = { journey, person, task: 'declareMove', event: 'submit' };
    await runtimeHere.submit({ ...declared, data: { ...MOVE, partner: 'bo' } });
    const kept = { kind: 'kept', journey, kept: { why: 'others', people: 2 } };
    expect(await erasing.person('bo', { reason: 'request' })).toEqual({
      person: 'bo',
      journeys: [kept],
      number: { kind: 'kept', kept: { why: 'needed', journeys: 1 } },
    });
    expect(list.lines).toEqual([]);
    await runtimeHere.cancel({ journey, person });
    expect(await erasing.person(person, { reason: 'request' })).toEqual({
      person,
      journeys: [kept],
      number: { kind: 'erased' },
    });
  });
});

describe('what has been kept long enough', () => {
  it('is erased at the end of the last day that its definition says, and nothing else', async () => {
    const { erasing, cancelled, start, clock, list } = await erasingWorld();
    const ended = await cancelled();
    await start();
    clock.advance(Date.parse('2028-03-01T22:59:59.999Z') - clock.now());
    expect(await erasing.expired(10)).toMatchObject({ erased: [], more: false });
    clock.advance(1);
    expect(await erasing.expired(10)).toMatchObject({ erased: [{ journey: ended }], unlimited: 0 });
    expect(list.lines).toMatchObject([{ id: ended, reason: 'retention' }]);
  });

  it('goes a bounded number at a time, through more than one page', async () => {
    const { erasing, cancelled, clock } = await erasingWorld();
    for (let count = 0; count < 405; count += 1) await cancelled();
    clock.advance(4 * 366 * DAY);
    expect((await erasing.expired(150)).erased).toHaveLength(150);
    const rest = await erasing.expired(1_000);
    expect(rest.erased).toHaveLength(255);
    expect(rest.more).toBe(false);
  });

  it('goes a bounded number at a time, corrections too', async () => {
    const { erasing, stores, clock } = await erasingWorld();
    const letters = (entry: number, seq: number) => ({
      entry,
      at: clock.now(),
      messages: [],
      dispatches: [{ seq, service: 'cpr.correctData', authority: 'cpr', input: null, ringAt: 0 }],
    });
    for (const id of ['one', 'two']) {
      const content = { dispatch: 'd-1', concerns: { da: 'Flytning', en: 'Moving' }, wrong: '', right: '' };
      const asked = { id, person: 'anna', at: clock.now(), lastDay: '2025-04-01', definition: 'moving' };
      const to = { service: 'cpr.correctData', authority: 'cpr' };
      await stores.corrections.add({ ...asked, ...to, content }, letters(1, 0));
      const answer = { at: clock.now(), outcome: 'undelivered' } as const;
      await stores.corrections.settle(id, { dispatch: 'stopped', answer, letters: letters(2, -2_000) });
    }
    clock.advance(4 * 366 * DAY);
    expect(await erasing.expired(1)).toMatchObject({ more: true });
    expect(stores.tables.corrections.size).toBe(1);
    expect(await erasing.expired(2)).toMatchObject({ more: false });
    expect(stores.tables.corrections.size).toBe(0);
  });

  it('is kept and counted when its definition does not say how long', async () => {
    const { erasing, cancelled, clock } = await erasingWorld(main => main.replace(/^retention:.*\n/m, ''));
    await cancelled();
    clock.advance(50 * 366 * DAY);
    expect(await erasing.expired(10)).toEqual({ erased: [], unlimited: 1, unreadable: {}, more: false });
  });
});

it('applies the list again to what a backup has brought back, as often as one likes', async () => {
  const before = await erasingWorld();
  const journey = await before.cancelled();
  const backup = structuredClone({
    journeys: before.stores.tables.journeys,
    journal: before.stores.tables.journal,
  });
  await before.erasing.journey(journey, { reason: 'request' });

  const restored = await erasingWorld();
  for (const [id, row] of backup.journeys) restored.stores.tables.journeys.set(id, row);
  for (const [id, rows] of backup.journal) restored.stores.tables.journal.set(id, rows);
  for (const line of before.list.lines) await restored.list.append(line);
  expect(await restored.erasing.apply()).toEqual({ listed: 1, erased: 1 });
  expect(await restored.erasing.apply()).toEqual({ listed: 1, erased: 0 });
  expect(await restored.stores.journeys.load(journey)).toBeUndefined();
});
