import { fileURLToPath } from 'node:url';
import { addPeriod } from '#calendar';
import { type OverviewDocument } from '../../../apps/api/src/overview/overview-document.js';
import { until } from '../../support/index.js';
import { type Client } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const ANNA = '6110851234';
const DAY = 864e5;

describe('the overview of a journey that is held', () => {
  let ahead = 0;
  let system: System;
  let anna: Client;

  const overview = async (): Promise<OverviewDocument> => {
    return anna.read<OverviewDocument>('/v1/overview');
  };

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS, clock: { now: () => Date.now() + ahead } });
    anna = await system.citizen(ANNA);
  }, STARTING);
  afterAll(() => system?.close());

  it('has what authorities have told meanwhile as soon as ops have let the journey go on', async () => {
    const today = system.day();
    const { people } = system.simulated('kommune');
    people.answer('bookPassport', ANNA, { appointment: addPeriod(today, 'P9D'), place: 'Borgerservice' });
    const { id } = await anna.start('standstill');
    await anna.submit(id, 'telling', 'submit', { day: today });
    await until(async () => (await anna.journey(id)).status === 'held', 'the answer to hold it');
    const data = { person: ANNA, granted: true, grounds: 'Ja.', decidedOn: today, decision: 'SIRI-9' };
    const event = system.assembly.catalogue.registerEvent('siri.permitDecided')!;
    await system.authorities.simulations.report(event, data).delivery;
    const ops = await system.signedIn('ops');
    const kinds = async () => {
      const { body } = await ops.get(`/v1/ops/journeys/${id}`);
      return (body as { journal: readonly { kind: string }[] }).journal.map(({ kind }) => kind);
    };
    await until(async () => (await kinds()).includes('waiting'), 'the report to wait');
    expect(await overview()).toMatchObject({ decisions: [], appointments: [] });

    ahead = 2 * DAY;
    // Nobody stays signed in for so long.
    anna = await system.citizen(ANNA);
    const mended = await system.signedIn('ops');
    expect((await mended.post(`/v1/ops/journeys/${id}/resume`)).status).toBe(204);
    expect((await anna.journey(id)).status).toBe('active');
    const { decisions, appointments } = await overview();
    expect(decisions).toMatchObject([{ reference: 'SIRI-9', granted: true, decidedOn: today }]);
    expect(appointments).toMatchObject([{ place: 'Borgerservice' }]);
    const { happened } = await anna.journey(id);
    const { title } = decisions[0]!;
    expect(title).toBe('Your permit');
    expect(happened.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'held', 'resumed']);
    expect(happened.at(-1)!.text).toMatch(
      /^The fault is fixed, and the journey continues\. What we asked for is done: “.+”\. We have been told: “.+”\.$/,
    );
  });
});
