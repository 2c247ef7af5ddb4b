import { randomUUID } from 'node:crypto';
import { creation, step } from './changes.js';
import { STORE_ADAPTERS, type OpenStores } from './store-adapters.js';

describe.each(STORE_ADAPTERS)('DraftStore in $name', adapter => {
  let open: OpenStores;
  beforeAll(async () => {
    open = await adapter.open();
  });
  afterAll(() => open.close());

  it('keeps one draft for each participant and task, until the event that makes it obsolete', async () => {
    const { journeys, drafts } = open.stores;
    const created = creation();
    const { journey } = created;
    const [ane, bo] = [randomUUID(), randomUUID()];
    await journeys.commit([created]);
    await drafts.save(journey, 'declareMove', ane, { date: '2025-02-01' });
    await drafts.save(journey, 'declareMove', ane, { date: '2025-02-02', city: 'Ærøskøbing' });
    await drafts.save(journey, 'declareMove', bo, null);
    await drafts.save(journey, 'underWay.doctor', ane, ['x']);

    expect(await drafts.find(journey, 'declareMove', ane)).toEqual({
      date: '2025-02-02',
      city: 'Ærøskøbing',
    });
    expect(await open.elsewhere().drafts.find(journey, 'declareMove', bo)).toBeNull();
    expect(await drafts.find(journey, 'underWay.doctor', bo)).toBeUndefined();
    expect(await drafts.find(randomUUID(), 'declareMove', ane)).toBeUndefined();
    expect(await drafts.find('no journey', 'declareMove', 'nobody')).toBeUndefined();

    const draftsCleared = [{ task: 'declareMove', person: ane }];
    await journeys.commit([step(created, { draftsCleared })]);
    expect(await drafts.find(journey, 'declareMove', ane)).toBeUndefined();
    expect(await drafts.find(journey, 'declareMove', bo)).toBeNull();
    expect(await drafts.find(journey, 'underWay.doctor', ane)).toEqual(['x']);
  });
});
