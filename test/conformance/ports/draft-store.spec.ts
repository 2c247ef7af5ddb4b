import { randomUUID } from 'node:crypto';
import { creation, draftOf, step } from './changes.js';
import { describeStores } from './store-adapters.js';

describeStores('DraftStore in $name', (stores, elsewhere) => {
  const [ane, bo] = [randomUUID(), randomUUID()];

  it('keeps one draft for each participant and task, until the event that makes it obsolete', async () => {
    const { journeys, drafts } = stores;
    const created = creation({ states: ['declareMove', 'underWay.doctor'] });
    const { journey } = created;
    await journeys.commit([created]);
    await drafts.save(journey, 'declareMove', ane, draftOf({ date: '2025-02-01' }));
    const second = { date: '2025-02-02', city: 'Ærøskøbing' };
    expect(await drafts.save(journey, 'declareMove', ane, draftOf(second))).toBe(true);
    expect(await drafts.save(journey, 'declareMove', bo, draftOf(null))).toBe(true);
    expect(await drafts.save(journey, 'underWay.doctor', ane, draftOf(['x']))).toBe(true);

    expect(await drafts.find(journey, 'declareMove', ane)).toEqual(draftOf(second));
    expect(await elsewhere().drafts.find(journey, 'declareMove', bo)).toEqual(draftOf(null));
    expect(await drafts.find(journey, 'underWay.doctor', bo)).toBeUndefined();
    expect(await drafts.find(randomUUID(), 'declareMove', ane)).toBeUndefined();
    expect(await drafts.find('no journey', 'declareMove', 'nobody')).toBeUndefined();

    const sent = step(created, {
      states: created.states,
      draftsCleared: [{ task: 'declareMove', person: ane }],
    });
    await journeys.commit([sent]);
    expect(await drafts.find(journey, 'declareMove', ane)).toBeUndefined();
    expect(await drafts.find(journey, 'declareMove', bo)).toEqual(draftOf(null));
    expect(await drafts.find(journey, 'underWay.doctor', ane)).toEqual(draftOf(['x']));

    await drafts.save(journey, 'declareMove', ane, draftOf('again'));
    await journeys.commit([
      step(sent, { states: ['underWay.doctor'], draftsCleared: [{ task: 'declareMove' }] }),
    ]);
    expect(await drafts.find(journey, 'declareMove', ane)).toBeUndefined();
    expect(await drafts.find(journey, 'declareMove', bo)).toBeUndefined();
    expect(await drafts.find(journey, 'underWay.doctor', ane)).toEqual(draftOf(['x']));
  });

  it('takes none of a task that is not open, or of a journey that has ended', async () => {
    const { journeys, drafts } = stores;
    const created = creation();
    await journeys.commit([created]);
    expect(await drafts.save(created.journey, 'underWay.doctor', ane, draftOf(1))).toBe(false);
    await journeys.commit([step(created, { status: 'cancelled', states: created.states })]);
    expect(await drafts.save(created.journey, 'declareMove', ane, draftOf(1))).toBe(false);
    expect(await drafts.find(created.journey, 'declareMove', ane)).toBeUndefined();
  });

  it('keeps none that is saved just as its task is done', async () => {
    const { journeys, drafts } = stores;
    const there = elsewhere();
    for (let round = 0; round < 40; round += 1) {
      const created = creation();
      const { journey } = created;
      await journeys.commit([created]);
      const saved = Promise.all(
        [ane, bo].map(person => there.drafts.save(journey, 'declareMove', person, draftOf(1))),
      );
      await journeys.commit([step(created, { draftsCleared: [{ task: 'declareMove' }] })]);
      await saved;
      expect(await drafts.find(journey, 'declareMove', ane)).toBeUndefined();
      expect(await drafts.find(journey, 'declareMove', bo)).toBeUndefined();
    }
  });
});
