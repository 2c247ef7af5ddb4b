import { randomUUID } from 'node:crypto';
import { type Feedback } from '#runtime';
import { describeFreshStores } from './store-adapters.js';

describeFreshStores('FeedbackStore in $name', (stores, elsewhere) => {
  const [journey, anna, bo] = [randomUUID(), randomUUID(), randomUUID()];
  const feedback = (change: Partial<Feedback> = {}): Feedback => ({
    definition: 'moving',
    score: 4,
    month: '2026-11-01',
    ...change,
  });

  it('takes it once from each person of a journey', async () => {
    expect(await stores.feedback.isGiven(journey, anna)).toBe(false);
    expect(await stores.feedback.give(journey, anna, feedback())).toBe(true);
    expect(await stores.feedback.give(journey, anna, feedback({ score: 1, remark: 'again' }))).toBe(false);
    expect(await stores.feedback.give(journey, bo, feedback({ score: 2 }))).toBe(true);
    expect(await stores.feedback.give(randomUUID(), anna, feedback({ score: 2 }))).toBe(true);
    expect(await elsewhere().feedback.isGiven(journey, anna)).toBe(true);
    expect(await stores.feedback.counts('moving')).toEqual([0, 2, 0, 1, 0]);
    expect(await stores.feedback.remarks('moving', 9)).toEqual([]);
    expect(await stores.feedback.isGiven('none', "it's")).toBe(false);
  });

  it('takes it once when it is sent twice at the same time', async () => {
    const both = await Promise.all([
      stores.feedback.give(journey, anna, feedback()),
      elsewhere().feedback.give(journey, anna, feedback()),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await stores.feedback.counts('moving')).toEqual([0, 0, 0, 1, 0]);
  });

  it('counts each definition by itself', async () => {
    await stores.feedback.give(journey, anna, feedback({ definition: 'divorce', score: 5 }));
    expect(await stores.feedback.counts('moving')).toEqual([0, 0, 0, 0, 0]);
    expect(await stores.feedback.counts('divorce')).toEqual([0, 0, 0, 0, 1]);
  });

  it('gives remarks by month, and drops those more than a year old, but not their scores', async () => {
    const remarks = [
      ['2025-11-01', 'The letter was long.'],
      ['2025-12-01', 'Æ, ø og å'],
    ] as const;
    for (const [month, remark] of remarks)
      await stores.feedback.give(randomUUID(), anna, feedback({ month, remark }));
    expect(await stores.feedback.remarks('moving', 9)).toEqual([
      { score: 4, month: '2025-12-01', text: 'Æ, ø og å' },
      { score: 4, month: '2025-11-01', text: 'The letter was long.' },
    ]);
    expect(await stores.feedback.remarks('moving', 1)).toHaveLength(1);
    await stores.feedback.give(randomUUID(), anna, feedback({ month: '2026-12-01' }));
    expect((await stores.feedback.remarks('moving', 9)).map(({ month }) => month)).toEqual(['2025-12-01']);
    expect(await stores.feedback.counts('moving')).toEqual([0, 0, 0, 3, 0]);
  });

  it('forgets who gave it with the person, and keeps what was given', async () => {
    await stores.feedback.give(journey, anna, feedback());
    await stores.erasures.erasePerson(anna);
    expect(await stores.feedback.isGiven(journey, anna)).toBe(false);
    expect(await stores.feedback.counts('moving')).toEqual([0, 0, 0, 1, 0]);
  });
});
