import { fileURLToPath } from 'node:url';
import { type JourneyPage } from '../../../apps/api/src/citizen/journey-document.js';
import { until } from '../../support/index.js';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const JOURNEYS = fileURLToPath(new URL('../starting', import.meta.url));

describe('a journey that starts another', () => {
  let system: System;
  let anna: Client;

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    anna = await system.citizen('6110851234');
  }, STARTING);

  afterAll(() => system?.close());

  it('is followed in both, prefilled, and goes on when the other has ended', async () => {
    const { id } = await anna.start('outing');
    await anna.submit(id, 'asked', 'accept', {});
    const trip = await until(async () => {
      const { items } = await anna.read<JourneyPage>('/v1/journeys');
      return items.find(({ definition }) => definition === 'trip');
    }, 'the trip to begin');
    const { tasks } = await anna.journey(trip.id);
    expect(tasks).toMatchObject([{ task: 'going', prefill: { day: expect.any(String) } }]);
    const told = await until(async () => {
      const { happened } = await anna.journey(id);
      return happened.find(({ kind }) => kind === 'began');
    }, 'the outing to hear of it');
    expect(told.text).toContain('Trip');
    expect((await anna.get(`/v1/journeys/${id}/cancellation`)).body).toMatchObject({
      goesOn: [{ definition: 'trip', title: 'Trip', journey: trip.id }],
    });
    await anna.submit(trip.id, 'going', 'submit', { day: '2099-03-15' });
    const ended = await until(async () => {
      const journey = await anna.journey(id);
      return journey.status === 'done' ? journey : undefined;
    }, 'the outing to end');
    expect(ended.happened.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'began', 'ended']);
  });
});
