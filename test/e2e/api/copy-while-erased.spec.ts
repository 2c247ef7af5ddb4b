import { type JourneyStore } from '#runtime';
import { type ExportDocument } from '../../../apps/api/src/my-data/export-document.js';
import { replacing } from '../../simulation/replacing.js';
import { withJourneyStore } from '../../support/index.js';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

describe('a copy of everything, of which a journey is erased meanwhile', () => {
  let system: System;
  let anna: Client;
  let kept: string;
  let due: { readonly journey: string; loads: number } | undefined;

  /** A store in which a journey is erased just before it is loaded for the last time that was said. */
  const erasing = (store: JourneyStore): JourneyStore =>
    replacing(store, {
      load: async journey => {
        if (due?.journey === journey) {
          due.loads -= 1;
          if (due.loads === 0) await system.assembly.stores.erasures.erase(journey, Date.now());
        }
        return store.load(journey);
      },
    });

  beforeAll(async () => {
    system = await startSystem(withJourneyStore(erasing));
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
    due = { journey, loads };
    const { status, body, text } = await anna.get('/v1/export');
    expect({ status, text }).toMatchObject({ status: 200 });
    expect(due.loads).toBe(0);
    const { journeys, shortened } = body as ExportDocument;
    expect({ journeys: journeys.map(held => held.journey.id), shortened }).toEqual({
      journeys: [kept],
      shortened: false,
    });
  });
});
