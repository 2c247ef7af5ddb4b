import { join } from 'node:path';
import { dateInWords } from '#calendar';
import { Definitions, Erasing, InvariantError } from '#runtime';
import { MemoryAnnouncer, MemoryErasureList } from '../../../libs/runtime/src/memory/index.js';
import { type EarlierAnswersDocument } from '../../../apps/api/src/citizen/earlier-answer-document.js';
import { EditedJourneys } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

/** Two sample journeys that ask for the same day. */
describe('what somebody has answered in another of their journeys', () => {
  let journeys: EditedJourneys;
  let system: System;
  let anna: Client;
  let bo: Client;

  const offered = async (client: Client, journey: string) => {
    const path = `/v1/journeys/${journey}/tasks/declareMove/earlier-answers`;
    return (await client.read<EarlierAnswersDocument>(path)).items;
  };

  beforeAll(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
    await journeys.edit(
      'relocating/forms/consent.yaml',
      'format: date,',
      'format: date, x-means: movingDay,',
    );
    await journeys.copy(join(journeys.folder, 'relocating'), 'returning');
    system = await startSystem({ journeysDir: journeys.folder });
    anna = await system.citizen(ANNA);
    bo = await system.citizen(BO);
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await journeys.remove();
  });

  it('is offered to them with its source, the latest first, and never filled in', async () => {
    const first = await anna.start('relocating');
    expect(await offered(anna, first.id)).toEqual([]);
    await anna.submit(first.id, 'declareMove', 'submit', { address: ADDRESS, date: system.day(3) });
    const second = await anna.start('returning');
    expect(second.tasks[0]).not.toHaveProperty('prefill');
    expect(await offered(anna, second.id)).toEqual([
      {
        field: 'date',
        value: system.day(3),
        source: `From Relocating, ${first.reference}, ${dateInWords(system.day()).en}`,
        journey: first.id,
        reference: first.reference,
        day: system.day(),
      },
    ]);
    await anna.submit(second.id, 'declareMove', 'submit', { address: ADDRESS, date: system.day(5) });
    const third = await anna.start('returning');
    expect(await offered(anna, third.id)).toMatchObject([{ value: system.day(5), journey: second.id }]);
  });

  it('is nobody else’s, and of an open task alone', async () => {
    const { id } = await bo.start('relocating');
    expect(await offered(bo, id)).toEqual([]);
    const path = `/v1/journeys/${id}/tasks/declareMove/earlier-answers`;
    problem(await anna.get(path), 404, 'unknown-journey');
    await bo.submit(id, 'declareMove', 'submit', { address: ADDRESS, date: system.day(3) });
    problem(await bo.get(path), 409, 'not-offered');
  });

  it('is no answer that they gave in another role', async () => {
    const { id } = await bo.start('relocating');
    await bo.submit(id, 'declareMove', 'submit', { address: ADDRESS, date: system.day(9), partner: ANNA });
    await anna.submit(id, 'partnerConsent', 'agree', { date: system.day(9) });
    const own = await anna.start('relocating');
    expect((await offered(anna, own.id)).map(({ value }) => value)).not.toContain(system.day(9));
  });

  it('is gone with the journey that it was given in', async () => {
    const { stores } = system.assembly;
    const before = await anna.start('relocating');
    const [{ journey } = { journey: '' }] = await offered(anna, before.id);
    const erasing = new Erasing({
      erasures: stores.erasures,
      list: new MemoryErasureList(),
      news: { tell: () => undefined },
      sessions: { endAll: async () => undefined },
      announcer: new MemoryAnnouncer(),
      definitions: new Definitions(stores.definitions, () => {
        throw new InvariantError('unread', 'not read here');
      }),
      calendar: system.clock,
    });
    await erasing.journey(journey, { reason: 'request', underWay: true });
    expect((await offered(anna, before.id)).map(item => item.journey)).not.toContain(journey);
  });
});
