import { randomUUID } from 'node:crypto';
import { type Assistance, type AssistanceStore } from '#runtime';
import { type OpenStores, STORE_ADAPTERS } from './store-adapters.js';

const HOUR = 3_600_000;
const MORNING = Date.parse('2025-03-03T09:00:00+01:00');

describe.each(STORE_ADAPTERS)('AssistanceStore in $name', ({ open }) => {
  let opened: OpenStores;
  let store: AssistanceStore;
  const [karen, dan, gerda] = [randomUUID(), randomUUID(), randomUUID()];
  const assistance = (change: Partial<Assistance> = {}): Assistance => ({
    id: randomUUID(),
    caseworker: karen,
    authority: '0630',
    person: dan,
    identified: 'counter',
    reason: 'exempt',
    from: MORNING,
    until: MORNING + 15 * HOUR,
    ...change,
  });

  beforeEach(async () => {
    opened = await open();
    store = opened.stores.assistances;
  });
  afterEach(() => opened?.close());

  it('gives back what was added, in every process', async () => {
    const one = assistance({ identified: 'letter', receivedOn: '2025-02-28', reason: 'wishesHelp' });
    await store.add(one);
    expect(await opened.elsewhere().assistances.find(one.id)).toEqual(one);
    expect(await store.find(randomUUID())).toBeUndefined();
    expect(await store.find("it's")).toBeUndefined();
  });

  it('lists those of a caseworker that go on, the newest first', async () => {
    const [first, second] = [assistance(), assistance({ person: gerda, from: MORNING + HOUR })];
    const others = assistance({ caseworker: randomUUID() });
    for (const one of [first, second, others]) await store.add(one);
    expect(await store.of(karen, MORNING + HOUR)).toEqual([second, first]);
    expect(await store.of(karen, first.until)).toEqual([]);
    expect(await store.of('nobody', MORNING)).toEqual([]);
  });

  it('ends one once, and for whoever began it alone', async () => {
    const one = assistance();
    await store.add(one);
    const at = MORNING + HOUR;
    expect(await store.end(one.id, randomUUID(), at)).toBe(false);
    expect(await store.end(one.id, karen, at)).toBe(true);
    expect(await store.end(one.id, karen, at + HOUR)).toBe(false);
    expect(await store.find(one.id)).toEqual({ ...one, ended: at });
    expect(await store.of(karen, at)).toEqual([]);
  });

  it('does not end what has ended by itself', async () => {
    const one = assistance();
    await store.add(one);
    expect(await store.end(one.id, karen, one.until)).toBe(false);
  });
});
