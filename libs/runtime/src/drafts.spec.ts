import { sampleWorld } from '../test/sample-runtime.js';

const DAY = 24 * 3_600_000;
const TASK = 'declareMove';

async function drafted() {
  const world = await sampleWorld();
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  await runtime.saveDraft(record.id, TASK, 'anna', { date: '2025' });
  const drafts = () => [...world.stores.tables.drafts.keys()];
  expect(drafts()).toHaveLength(1);
  return { world, runtime, journey: record.id, drafts };
}

describe('the drafts of a task', () => {
  it('go when time ends it', async () => {
    const { world, runtime, journey, drafts } = await drafted();
    world.clock.advance(31 * DAY);
    await runtime.wake(journey);
    expect((await world.stores.journeys.load(journey))?.status).toBe('done');
    expect(drafts()).toEqual([]);
  });

  it('go when its journey is cancelled', async () => {
    const { runtime, journey, drafts } = await drafted();
    await runtime.cancel({ journey, person: 'anna' });
    expect(drafts()).toEqual([]);
  });

  it('are refused when it was done while one was on its way', async () => {
    const { world, runtime, journey, drafts } = await drafted();
    const { find, save, dropOf } = world.stores.drafts;
    // Seen open, and done by somebody else before it is saved.
    const slow = world.runtime({
      ...world.stores,
      drafts: {
        find,
        dropOf,
        save: async (...draft) => {
          await runtime.cancel({ journey, person: 'anna' });
          return save.apply(world.stores.drafts, draft);
        },
      },
    });
    await expect(slow.saveDraft(journey, TASK, 'anna', {})).rejects.toMatchObject({ code: 'not-offered' });
    expect(drafts()).toEqual([]);
  });
});
