import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { startMovedHousehold } from './moved-household.js';
import { STARTING, type System } from './system.js';

describe('who used my data', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let id: string;

  const read = async (client: Client, query = ''): Promise<DisclosurePage['items']> => {
    return (await client.read<DisclosurePage>(`/v1/disclosures${query}`, { 'accept-language': 'da' })).items;
  };

  beforeAll(async () => {
    ({ system, anna, bo, id } = await startMovedHousehold());
  }, STARTING);
  afterAll(() => system?.close());

  it('says what was given to whom, when, for what and on which ground, in the language of the reader', async () => {
    const registered = await until(
      async () =>
        (await read(anna)).find(({ service, stage }) => service === 'cpr.registerMove' && stage === 'given'),
      'the move to be registered',
    );
    expect(registered).toEqual({
      id: expect.stringMatching(new RegExp(`^${id}\\.`)),
      at: expect.stringMatching(/Z$/),
      kind: 'given',
      journey: id,
      title: 'Fraflytning',
      text: 'Det Centrale Personregister (CPR) registrerer din flytning',
      step: 'underWay.population.registering',
      service: 'cpr.registerMove',
      authority: 'cpr',
      authorityName: expect.any(String),
      tier: 'state',
      categories: expect.arrayContaining([{ category: 'address', name: 'Adresse' }]),
      ground: 'CPR-loven § 12',
      gdpr: '6(1)(e)',
      aboutYou: true,
      stage: 'given',
    });
  });

  it('keeps a step of one participant from the other, and the journey from strangers', async () => {
    const doctors = (items: DisclosurePage['items']) =>
      items.filter(({ service }) => service === 'doctorChoice.chooseDoctor');
    expect(doctors(await read(anna, `?journey=${id}`))).toHaveLength(1);
    expect(doctors(await read(bo, `?journey=${id}`))).toEqual([]);
    const eva = await system.citizen('1502784321');
    expect(await read(eva)).toEqual([]);
    problem(await eva.get(`/v1/disclosures?journey=${id}`), 404, 'unknown-journey');
  });

  it('tells when operations has looked, and not who it was', async () => {
    const operator = '7d1d6c1e-0000-4000-8000-00000000000a';
    const ops = await system.as(operator, 'ops');
    expect((await ops.get(`/v1/ops/journeys/${id}`)).status).toBe(200);
    const [newest] = await read(bo);
    expect(newest).toMatchObject({ kind: 'looked', journey: id, text: expect.stringMatching(/driften/) });
    expect(JSON.stringify(newest)).not.toContain(operator);
  });

  it('goes page by page through everything, once', async () => {
    const whole = await read(anna, `?journey=${id}`);
    const paged: DisclosurePage['items'][number][] = [];
    let after = '';
    for (let pages = 0; pages <= whole.length; pages++) {
      const { body } = await anna.get(`/v1/disclosures?journey=${id}&limit=1${after}`, {
        'accept-language': 'da',
      });
      const { items, next } = body as DisclosurePage;
      paged.push(...items);
      if (next === undefined) break;
      after = `&after=${next}`;
    }
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(2);
  });

  it('refuses a place that no list has named', async () => {
    problem(await anna.get('/v1/disclosures?after=bm9uc2Vuc2U'), 422, 'invalid');
    problem(await anna.get('/v1/disclosures?journey=nonsense'), 422, 'invalid');
  });
});
