import { randomUUID } from 'node:crypto';
import { type Feedback, type FeedbackStore } from '#runtime';
import { type OpenStores, STORE_ADAPTERS } from './store-adapters.js';

describe.each(STORE_ADAPTERS)('FeedbackStore in $name', ({ open }) => {
  let opened: OpenStores;
  let store: FeedbackStore;
  const [journey, anna, bo] = [randomUUID(), randomUUID(), randomUUID()];
  const feedback = (change: Partial<Feedback> = {}): Feedback => ({
    definition: 'moving',
    score: 4,
    month: '2026-11-01',
    ...change,
  });

  beforeEach(async () => {
    opened = await open();
    store = opened.stores.feedback;
  });
  afterEach(() => opened?.close());

  it('takes it once from each person of a journey', async () => {
    expect(await store.isGiven(journey, anna)).toBe(false);
    expect(await store.give(journey, anna, feedback())).toBe(true);
    expect(await store.give(journey, anna, feedback({ score: 1, remark: 'again' }))).toBe(false);
    expect(await store.give(journey, bo, feedback({ score: 2 }))).toBe(true);
    expect(await store.give(randomUUID(), anna, feedback({ score: 2 }))).toBe(true);
    expect(await opened.elsewhere().feedback.isGiven(journey, anna)).toBe(true);
    expect(await store.counts('moving')).toEqual([0, 2, 0, 1, 0]);
    expect(await store.remarks('moving', 9)).toEqual([]);
    expect(await store.isGiven('none', "it's")).toBe(false);
  });

  it('takes it once when it is sent twice at the same time', async () => {
    const both = await Promise.all([
      store.give(journey, anna, feedback()),
      opened.elsewhere().feedback.give(journey, anna, feedback()),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await store.counts('moving')).toEqual([0, 0, 0, 1, 0]);
  });

  it('counts each definition by itself', async () => {
    await store.give(journey, anna, feedback({ definition: 'divorce', score: 5 }));
    expect(await store.counts('moving')).toEqual([0, 0, 0, 0, 0]);
    expect(await store.counts('divorce')).toEqual([0, 0, 0, 0, 1]);
  });

  it('gives remarks by month, and drops those more than a year old, but not their scores', async () => {
    const remarks = [
      ['2025-11-01', 'The letter was long.'],
      ['2025-12-01', 'Æ, ø og å'],
    ] as const;
    for (const [month, remark] of remarks) await store.give(randomUUID(), anna, feedback({ month, remark }));
    expect(await store.remarks('moving', 9)).toEqual([
      { score: 4, month: '2025-12-01', text: 'Æ, ø og å' },
      { score: 4, month: '2025-11-01', text: 'The letter was long.' },
    ]);
    expect(await store.remarks('moving', 1)).toHaveLength(1);
    await store.give(randomUUID(), anna, feedback({ month: '2026-12-01' }));
    expect((await store.remarks('moving', 9)).map(({ month }) => month)).toEqual(['2025-12-01']);
    expect(await store.counts('moving')).toEqual([0, 0, 0, 3, 0]);
  });

  it('forgets who gave it with the person, and keeps what was given', async () => {
    await store.give(journey, anna, feedback());
    await opened.stores.erasures.erasePerson(anna);
    expect(await store.isGiven(journey, anna)).toBe(false);
    expect(await store.counts('moving')).toEqual([0, 0, 0, 1, 0]);
  });
});
