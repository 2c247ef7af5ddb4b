import { type HappenedPage } from '../../../apps/api/src/citizen/journey-document.js';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const ANNA = '0705041234';
const BO = '6204862345';

/** Anna chooses a doctor, which is not for Bo to see. */
describe('what one participant does out of sight of another', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let id: string;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen(ANNA);
    bo = await system.citizen(BO);
  }, STARTING);
  afterAll(() => system.close());

  beforeEach(async () => {
    ({ id } = await anna.start());
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date: system.day(3), partner: BO });
    await bo.submit(id, 'partnerConsent', 'agree', { date: system.day(3) });
    await anna.reaches(id, 'underWay.population.awaited');
  });

  const read = async (client: Client) => {
    const { headers, body } = await client.get(`/v1/journeys/${id}`);
    const document = body as Awaited<ReturnType<Client['journey']>>;
    return { etag: headers.get('etag')!, document };
  };

  const doctors = (knobs: Knobs) => system.simulated('doctorChoice').knobs.set(knobs);
  afterEach(() => doctors({}));
  const chooseDoctor = (): Promise<unknown> =>
    anna.submit(id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });

  it('changes nothing that the other reads', async () => {
    doctors({ silent: true });
    const before = await read(bo);
    await chooseDoctor();
    const after = await read(bo);
    expect(after).toEqual(before);
    expect((await anna.journey(id)).version).not.toBe(before.document.version);
  });

  it('is not in the way of what the other does', async () => {
    doctors({ silent: true });
    const { etag } = await read(bo);
    await chooseDoctor();
    const asked = await bo.post(`/v1/journeys/${id}/cancellation`, undefined, { 'if-match': etag });
    problem(asked, 409, 'not-cancellable');
    expect(asked.body).toMatchObject({
      detail: 'You cannot cancel the journey. The person who began it can.',
    });
    const { etag: annas } = await read(anna);
    problem(await bo.post(`/v1/journeys/${id}/cancellation`, undefined, { 'if-match': annas }), 412, 'stale');
  });

  it('is not named where what comes of it is seen', async () => {
    await chooseDoctor();
    await anna.reaches(id, 'underWay.doctor.settled');
    const { document } = await read(bo);
    expect(document.happened.at(-1)).toMatchObject({ kind: 'moved', text: 'The journey went on.', left: [] });
    expect(document.happened.at(-1)).not.toHaveProperty('by');
    expect(JSON.stringify(document.happened)).not.toMatch(/doctor change|choosing|changing/i);
    const own = (await anna.journey(id)).happened;
    expect(own.filter(({ kind }) => kind === 'moved')).toEqual([]);
  });

  it('is undone out of sight as well', async () => {
    await chooseDoctor();
    await anna.reaches(id, 'underWay.doctor.settled');
    const before = await bo.journey(id);
    await anna.post(`/v1/journeys/${id}/cancellation`);
    await until(async () => (await anna.journey(id)).status === 'cancelled', 'the cancellation');
    const seen = await bo.journey(id);
    const own = await anna.journey(id);
    const undone = (journey: typeof own) =>
      journey.happened.filter(({ kind }) => kind === 'undone').map(({ text }) => text);
    expect(undone(own)).toHaveLength(2);
    expect(undone(seen)).toEqual(undone(own).filter(text => /move/.test(text)));
    expect(undone(seen)).toHaveLength(1);
    expect(seen.authorities).toEqual([]);
    expect(seen.version).not.toBe(before.version);
  });

  it('leaves no gap in what the other is told, nor a number to count by', async () => {
    await chooseDoctor();
    await anna.reaches(id, 'underWay.doctor.settled');
    const { happened, version } = await bo.journey(id);
    expect(version).toBe(happened.at(-1)!.id);
    for (const { id: entry } of happened) expect(entry).toMatch(/^[\w-]{22}$/);
    expect(JSON.stringify(happened)).not.toContain('seq');
  });

  it('is read by the page, each page as its reader may see it', async () => {
    await chooseDoctor();
    await anna.reaches(id, 'underWay.doctor.settled');
    const { happened } = await bo.journey(id);
    const told: unknown[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const page = await bo.read<HappenedPage>(`/v1/journeys/${id}/happened?limit=2${after}`);
      told.push(...page.items);
      next = page.next;
    }
    expect(told.reverse()).toEqual(happened);
    const annas = (await anna.journey(id)).happened[0]!.id;
    problem(await bo.get(`/v1/journeys/${id}/happened?after=${annas}`), 422, 'invalid');
    problem(await bo.get(`/v1/journeys/${id}/happened?limit=201`), 422, 'invalid');
  });
});
