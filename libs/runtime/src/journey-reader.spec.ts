import { declareMove, MOVE, sampleWorld } from '../test/sample-runtime.js';

const move = { ...MOVE, partner: 'bo' };
const DECLINED = 60;

/** Anna asks Bo to move with her again and again, and he declines. */
async function muchHappened() {
  const world = await sampleWorld();
  const read: number[] = [];
  const { journeys } = world.stores;
  const counting = new Proxy(journeys, {
    get: (store, name: keyof typeof journeys) =>
      name === 'viewRows'
        ? async (...asked: Parameters<typeof store.viewRows>) => {
            const rows = await store.viewRows(...asked);
            read.push(rows.entries.length);
            return rows;
          }
        : name === 'journal'
          ? () => Promise.reject(new Error('the whole journal was read'))
          : (store[name] as (...args: unknown[]) => unknown).bind(store),
  });
  const runtime = world.runtime({ ...world.stores, journeys: counting });
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const journey = record.id;
  for (let i = 0; i < DECLINED; i += 1) {
    await runtime.submit({ journey, person: 'anna', task: 'declareMove', event: 'submit', data: move });
    await runtime.submit({ journey, person: 'bo', task: 'partnerConsent', event: 'decline' });
  }
  return { reader: world.readerOn({ ...world.stores, journeys: counting }), journey, read };
}

describe('reading a journey in which much has happened', () => {
  it('costs no more than a page of it', async () => {
    const { reader, journey, read } = await muchHappened();
    const { happened, earlierThan, version } = await reader.view(journey, 'anna');
    expect(version).toBe(2 * DECLINED + 1);
    expect(happened).toHaveLength(100);
    expect(happened.at(-1)?.seq).toBe(version);
    expect(earlierThan).toBe(happened[0]!.seq);
    expect(read).toEqual([100]);
    const rest = await reader.timeline(journey, 'anna', { before: earlierThan!, limit: 50 });
    expect(rest.items.map(({ seq }) => seq)).toEqual(Array.from({ length: version - 100 }, (_, i) => i + 1));
    expect(rest.more).toBe(false);
  });

  it('costs a listener who has everything no reading of it', async () => {
    const { reader, journey, read } = await muchHappened();
    const { version } = await reader.view(journey, 'bo');
    read.length = 0;
    const page = await reader.timeline(journey, 'bo', { after: version, limit: 100 });
    expect(page).toMatchObject({ status: 'active', items: [], more: false });
    expect(read).toEqual([]);
  });
});

describe('the view of a record that a command has returned', () => {
  it('ends with it, whatever has come since', async () => {
    const { reader, stores, runtime } = await sampleWorld();
    const { record } = await runtime().start({ definition: 'moving', person: 'anna' });
    const journey = record.id;
    const then = await reader.viewOf(record, 'anna');
    await runtime().submit({ journey, person: 'anna', task: 'declareMove', event: 'submit', data: move });
    expect((await stores.journeys.load(journey))?.version).toBe(2);
    expect(await reader.viewOf(record, 'anna')).toEqual(then);
    expect(then.happened.map(({ seq }) => seq)).toEqual([1]);
    expect((await reader.view(journey, 'anna')).happened.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('a page of what has happened', () => {
  it('ends with the journey as it was opened, and says that there is more', async () => {
    const world = await sampleWorld();
    const { journeys } = world.stores;
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    const of = { journey: record.id, person: 'anna' };
    let between = async (): Promise<void> => {
      between = () => Promise.resolve();
      await runtime.submit({ ...of, task: 'declareMove', event: 'submit', data: move });
      await runtime.submit({
        ...of,
        person: 'bo',
        task: 'partnerConsent',
        event: 'agree',
        data: { agrees: true },
      });
    };
    const overtaken = new Proxy(journeys, {
      get: (store, name: keyof typeof journeys) =>
        name === 'viewRows'
          ? (...asked: Parameters<typeof store.viewRows>) => between().then(() => store.viewRows(...asked))
          : (store[name] as (...args: unknown[]) => unknown).bind(store),
    });
    const reader = world.readerOn({ ...world.stores, journeys: overtaken });
    const page = await reader.timeline(of.journey, 'anna', { after: 0, limit: 10 });
    expect(page.items.map(({ seq }) => seq)).toEqual([1]);
    expect(page).toMatchObject({ first: 1, last: 1, more: true });
    const rest = await reader.timeline(of.journey, 'anna', { after: 1, limit: 10 });
    expect(rest.items.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(rest.more).toBe(false);
  });
});

describe('the timeline', () => {
  it('ends with the journey as it was read, whatever has come since', async () => {
    const { stores, runtime, readerOn } = await sampleWorld();
    const { record } = await runtime().start({ definition: 'moving', person: 'anna' });
    const journey = record.id;
    await runtime().submit({ journey, person: 'anna', task: 'declareMove', event: 'submit', data: move });
    const readBefore = new Proxy(stores.journeys, {
      get: (store, name: keyof typeof stores.journeys) =>
        name === 'load' ? async () => record : (store[name] as (...args: unknown[]) => unknown).bind(store),
    });
    const reader = readerOn({ ...stores, journeys: readBefore });
    for (const range of [
      { after: 0, limit: 100 },
      { before: 9, limit: 1 },
    ]) {
      const page = await reader.timeline(journey, 'anna', range);
      expect(page).toMatchObject({ items: [{ seq: 1 }], last: 1 });
    }
  });
});

describe('an authority that cannot be reached', () => {
  const YEAR = 365 * 86_400_000;

  it('is asked again at a time of the calendar that the reader lives by', async () => {
    const { reader, stores, runtime, clock } = await sampleWorld(undefined, YEAR);
    const { journey } = await declareMove(runtime(), 'anna', { ...MOVE, date: '2026-03-10' });
    const asked = [...stores.tables.dispatches.values()].find(row => row.journey === journey)!;
    const error = { code: 'unreachable', message: 'planned downtime' };
    const ringAt = clock.now() + 1_800_000;
    stores.tables.dispatches.set(asked.id, { ...asked, error, ringAt });
    const { authorities } = await reader.view(journey, 'anna');
    expect(authorities.find(({ service }) => service === asked.service)).toMatchObject({
      since: clock.now() + YEAR,
      stage: 'delayed',
      because: 'outage',
      asksAgain: clock.now() + YEAR + 1_800_000,
    });
  });
});

describe('what another may appeal', () => {
  it('is nothing that anybody waits for', async () => {
    const asked = async (change: (main: string) => string) => {
      const { runtime, reader } = await sampleWorld(change);
      const { record } = await runtime().start({ definition: 'moving', person: 'anna' });
      const journey = record.id;
      await runtime().submit({ journey, person: 'anna', task: 'declareMove', event: 'submit', data: move });
      return (await reader.view(journey, 'anna')).others.map(({ task }) => task);
    };
    const partners = (task: string) => (main: string) =>
      main.replace('form: consent,', `form: consent, ${task},`);
    expect(await asked(partners('kind: may'))).toEqual(['partnerConsent']);
    expect(await asked(partners('kind: may, appeals: move'))).toEqual([]);
  });
});
