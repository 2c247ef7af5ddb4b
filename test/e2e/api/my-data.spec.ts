import { ChainCheck, checkProof, HeadKeys, systemClock } from '#runtime';
import { type ExportDocument } from '../../../apps/api/src/my-data/export-document.js';
import { type ProofDocument } from '../../../apps/api/src/my-data/proof-document.js';
import { MemoryErasureList } from '../../../libs/runtime/src/memory/index.js';
import { until } from '../../support/index.js';
import { METRICS_TOKEN } from '../../support/system-under-test.js';
import { type Client, problem } from './client.js';
import { NUMBER_OF_BO, startMovedHousehold } from './moved-household.js';
import { STARTING, type System } from './system.js';

describe('what somebody takes home of their data', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let id: string;

  const proofOf = async (client: Client): Promise<ProofDocument> => {
    return client.read<ProofDocument>('/v1/disclosures/proof', { 'accept-language': 'da' });
  };
  const exportOf = async (client: Client): Promise<ExportDocument> => {
    return client.read<ExportDocument>('/v1/export', { 'accept-language': 'da' });
  };
  const services = (proof: ProofDocument): unknown[] =>
    (proof.entries ?? []).flatMap(({ fields }) => {
      const service = fields?.['service'];
      return service && 'value' in service ? [service.value] : [];
    });

  beforeAll(async () => {
    ({ system, anna, bo, id } = await startMovedHousehold());
    const chained = async () => services(await proofOf(anna)).includes('doctorChoice.chooseDoctor');
    await until(chained, 'what was given to be chained');
  }, STARTING);
  afterAll(() => system?.close());

  it('proves who was given what, and can be checked without us', async () => {
    const proof = await proofOf(anna);
    expect(checkProof(JSON.stringify(proof))).toMatchObject({
      kind: 'proven',
      entries: proof.entries!.length,
    });
    expect(proof.howToCheck).toMatch(/underskrevet/);
    expect(services(proof)).toContain('cpr.registerMove');
    const { body } = await system.anonymous().get('/v1/disclosures/keys');
    expect((body as { keys: unknown }).keys).toEqual(proof.keys);
    expect(JSON.stringify(proof.entries)).not.toContain(
      await system.assembly.stores.persons.personOf(NUMBER_OF_BO),
    );
  });

  it('proves to each what they may know, and to strangers nothing', async () => {
    const his = await proofOf(bo);
    expect(services(his)).not.toContain('doctorChoice.chooseDoctor');
    const eva = await system.citizen('1502784321');
    expect(await proofOf(eva)).toEqual({ howToCheck: expect.stringMatching(/^Der er endnu ikke noget/) });
  });

  it('has in the proof that operations have looked, and not who it was', async () => {
    const operator = '7d1d6c1e-0000-4000-8000-00000000000b';
    const ops = await system.as(operator, 'ops');
    expect((await ops.get(`/v1/ops/journeys/${id}`)).status).toBe(200);
    const looked = await until(
      async () => (await proofOf(bo)).entries?.find(({ fields }) => fields?.['by']),
      'the look to be chained',
    );
    expect(looked.fields).toMatchObject({ by: { value: 'ops' }, actor: { digest: expect.any(String) } });
    expect(JSON.stringify(await proofOf(bo))).not.toContain(operator);
  });

  it('is proven in the tables, and the workers say how far they are behind', async () => {
    const { chains, headKeys } = system.assembly.stores;
    const check = new ChainCheck({
      chains,
      keys: new HeadKeys(headKeys, systemClock),
      list: new MemoryErasureList(),
    });
    const report = await check.run();
    expect(report.fault).toBeUndefined();
    expect(report.persons).toBeGreaterThanOrEqual(2);
    const response = await fetch(`${system.worker}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    expect(await response.text()).toMatch(/^overgang_access_chain_lag_seconds \d/m);
  });

  it('is a copy of everything: journeys, answers, messages, who used it, mandates, sessions', async () => {
    const copy = await exportOf(anna);
    expect(copy).toMatchObject({
      shortened: false,
      journeys: [{ journey: { id, title: 'Fraflytning' }, documents: [], drafts: [], feedbackGiven: false }],
      offers: [],
      mandates: { held: [], given: [] },
      settings: { language: expect.any(String) },
      sessions: expect.any(Array),
    });
    const [{ answers }] = copy.journeys as [ExportDocument['journeys'][number]];
    expect(answers.map(({ task }) => task)).toEqual(['underWay.doctor.choosing', 'declareMove']);
    expect(answers[1]!.fields.length).toBeGreaterThan(0);
    expect(copy.disclosures.map(({ service }) => service)).toContain('cpr.registerMove');
    const { body } = await anna.get('/v1/messages', { 'accept-language': 'da' });
    expect(copy.messages).toEqual((body as { items: unknown }).items);
    expect(JSON.stringify(copy)).not.toContain(NUMBER_OF_BO);
  });

  it('has what is not sent and where one is reached, and nobody else is shown where', async () => {
    const fresh = await system.citizen('1502784321');
    const { id: begun } = await fresh.start();
    const draft = { data: { date: '2026-03-06' } };
    const path = `/v1/journeys/${begun}/tasks/declareMove/draft`;
    expect((await fresh.send('PUT', path, draft)).status).toBe(204);
    const channel = { way: 'sms', address: '+4512345678' };
    expect((await fresh.send('PUT', '/v1/second-channel', channel)).status).toBe(200);
    expect((await fresh.post('/v1/calendar', {})).status).toBeLessThan(300);
    const copy = await exportOf(fresh);
    expect(copy).toMatchObject({
      journeys: [{ drafts: [{ task: 'declareMove', ...draft }] }],
      secondChannel: { ...channel, confirmed: false },
      calendarFeedSince: expect.any(String),
    });
    expect(copy.disclosures).toContainEqual(
      expect.objectContaining({ service: 'textService.send', text: expect.stringContaining('kode på sms') }),
    );
  });

  it('leaves out what is the other participant’s, and is nobody else’s', async () => {
    const his = await exportOf(bo);
    expect(his.journeys[0]!.answers.map(({ task }) => task)).toEqual(['partnerConsent']);
    expect(JSON.stringify(his.disclosures)).not.toContain('doctorChoice');
    const eva = await system.citizen('2002803333');
    expect(await exportOf(eva)).toMatchObject({ journeys: [], messages: [], disclosures: [] });
    problem(await system.anonymous().get('/v1/export'), 401, 'missing-token');
    problem(await (await system.signedIn('ops')).get('/v1/export'), 403, 'forbidden');
  });
});
