import { type JourneyStore } from '#runtime';
import { type ExportDocument } from '../../../apps/api/src/my-data/export-document.js';
import { replacing } from '../../simulation/replacing.js';
import { withJourneyStore } from '../../support/system-under-test.js';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

describe('a copy of everything, of which something goes meanwhile', () => {
  let system: System;
  let anna: Client;
  let kept: string;
  let due: { readonly journey: string; loads: number; readonly happens: () => Promise<unknown> } | undefined;

  /** A store in which something happens just before a journey is loaded for the last time that was said. */
  const changing = (store: JourneyStore): JourneyStore =>
    replacing(store, {
      load: async journey => {
        if (due?.journey === journey) {
          due.loads -= 1;
          if (due.loads === 0) await due.happens();
        }
        return store.load(journey);
      },
    });

  beforeAll(async () => {
    system = await startSystem(withJourneyStore(changing));
    anna = await system.citizen('6110851234');
    ({ id: kept } = await anna.start());
  }, STARTING);
  afterAll(() => system?.close());

  it.each([
    ['listed', 1],
    ['listed and not read', 2],
    ['read, and its answers are not', 3],
  ])('has the others when it is %s', async (_, loads) => {
    const { id: journey } = await anna.start();
    due = { journey, loads, happens: () => system.assembly.stores.erasures.erase(journey, Date.now()) };
    const { status, body, text } = await anna.get('/v1/export');
    expect({ status, text }).toMatchObject({ status: 200 });
    expect(due.loads).toBe(0);
    const { journeys, shortened } = body as ExportDocument;
    expect({ journeys: journeys.map(held => held.journey.id), shortened }).toEqual({
      journeys: [kept],
      shortened: false,
    });
  });

  it('leaves out a draft whose task is answered before it is read, and has the answer', async () => {
    const bo = await system.citizen('6204862345');
    const { id: journey } = await bo.start();
    const draft = `/v1/journeys/${journey}/tasks/declareMove/draft`;
    expect((await bo.put(draft, { data: { address: 'Nygade 1' } })).status).toBeLessThan(300);
    const happens = async () => {
      due = undefined;
      const date = system.day();
      await bo.submit(journey, 'declareMove', 'submit', { address: 'Nygade 1', date });
    };
    due = { journey, loads: 3, happens };
    const { status, body, text } = await bo.get('/v1/export');
    expect({ status, text }).toMatchObject({ status: 200 });
    expect(due).toBeUndefined();
    expect((body as ExportDocument).journeys).toMatchObject([
      { journey: { id: journey }, drafts: [], answers: [{ task: 'declareMove' }] },
    ]);
  });
});
