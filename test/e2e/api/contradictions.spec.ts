import { EditedJourneys } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';

/** A sample journey that says of itself that two at once contradict each other. */
describe('starting what contradicts something under way', () => {
  let journeys: EditedJourneys;
  let system: System;
  let anna: Client;

  beforeAll(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
    for (const [file, said] of [
      ['2025-01-01.yaml', '{ journey: relocating, kind: warn }'],
      ['texts/da.yaml', 'Du er allerede ved at flytte.'],
      ['texts/en.yaml', 'You are already moving.'],
    ]) {
      await journeys.edit(`relocating/${file}`, 'roles:', `conflicts: { twoMoves: ${said} }\nroles:`);
    }
    system = await startSystem({ journeysDir: journeys.folder });
    anna = await system.citizen(ANNA);
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await journeys.remove();
  });

  it('answers 409 with the case, its address and words, and begins once it is confirmed', async () => {
    const first = await anna.start();
    const refused = await anna.post('/v1/journeys', { definition: 'relocating' }, { 'idempotency-key': 'k' });
    expect(problem(refused, 409, 'unconfirmed').contradictions).toEqual([
      {
        journey: first.id,
        address: `/v1/journeys/${first.id}`,
        reference: first.reference,
        title: first.title,
        text: 'You are already moving.',
        confirmable: true,
      },
    ]);
    const danish = await anna.post('/v1/journeys', { definition: 'relocating' }, { 'accept-language': 'da' });
    expect(danish.text).toContain('Du er allerede ved at flytte.');
    // Nothing was begun: the key is still free.
    const confirmed = { definition: 'relocating', confirm: [first.id] };
    const second = await anna.post('/v1/journeys', confirmed, { 'idempotency-key': 'k' });
    expect(second.status).toBe(201);
    const again = await anna.post('/v1/journeys', confirmed, { 'idempotency-key': 'k' });
    expect(again).toMatchObject({ status: 200, body: { id: (second.body as { id: string }).id } });
    problem(await anna.post('/v1/journeys', { ...confirmed, confirm: ['mine'] }), 422, 'invalid');
  });

  it('tells nobody of the journeys of another', async () => {
    const bo = await system.citizen(BO);
    expect((await bo.post('/v1/journeys', { definition: 'relocating' })).status).toBe(201);
  });
});
