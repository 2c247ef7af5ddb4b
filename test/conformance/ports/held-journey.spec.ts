import { randomUUID } from 'node:crypto';
import { type Change } from '#runtime';
import { creation, START, step } from './changes.js';
import { describeStores } from './store-adapters.js';

describeStores('JourneyStore in $name, of a journey that was held', stores => {
  it('gives with what has resumed a journey what it was then given', async () => {
    const created = creation();
    const taken = [
      {
        seq: 2,
        at: START,
        kind: 'refused',
        subject: 'cpr.registerMove',
        refusal: 'tooEarly',
        entered: [],
        left: [],
      },
    ] as const;
    const entry = { ...step(created).entry, kind: 'resumed', seenBy: ['applicant'] } as const;
    const resumed = step(created, { entry: { ...entry, detail: { stimuli: [], taken } } });
    for (const change of [created, resumed]) await stores.journeys.commit([change]);
    const range = { after: 1, limit: 9 };
    const { entries } = await stores.journeys.viewRows(created.journey, ['applicant'], range, []);
    expect(entries).toEqual([expect.objectContaining({ seq: 2, kind: 'resumed', taken })]);
  });

  it('gives what a person has sent, also what the journey was held on or has cancelled itself for', async () => {
    const created = creation();
    const anna = randomUUID();
    const sent = (before: Change, kind: 'submitted' | 'held' | 'cancelled', subject: string, actor = anna) =>
      step(before, { entry: { ...step(before).entry, kind, subject, actor } });
    const first = sent(created, 'submitted', 'a submit');
    const others = sent(first, 'submitted', 'a submit', randomUUID());
    const held = sent(others, 'held', 'submitted b submit');
    const answered = sent(held, 'held', 'answered cpr.registerMove');
    const last = sent(answered, 'cancelled', 'submitted c submit');
    const own = sent(last, 'cancelled', 'moving');
    for (const change of [created, first, others, held, answered, last, own])
      expect(await stores.journeys.commit([change])).toEqual([{ kind: 'committed' }]);
    const page = await stores.journeys.submissionsOf(created.journey, anna, { before: 99, limit: 9 });
    expect(page.map(({ seq }) => seq)).toEqual([6, 4, 2]);
  });
});
