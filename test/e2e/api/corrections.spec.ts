import { randomUUID } from 'node:crypto';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import {
  type CorrectionDocument,
  type CorrectionPage,
} from '../../../apps/api/src/corrections/correction-document.js';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { type ExportDocument } from '../../../apps/api/src/my-data/export-document.js';
import { type OpsIncidentPage } from '../../../apps/api/src/ops/incident-documents.js';
import { type OverviewDocument } from '../../../apps/api/src/overview/overview-document.js';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { until } from '../../support/index.js';
import { type Client, problem, type Reply } from './client.js';
import { NUMBER_OF_ANNA, startMovedHousehold } from './moved-household.js';
import { STARTING, type System } from './system.js';

const GUARDIAN = '1502784321';
const DANISH = { 'accept-language': 'da' };
const WORDS = { wrong: 'Der står 2. sal.', right: 'Jeg bor på 1. sal.\nDet har jeg altid gjort.' };

describe('a correction', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let disclosure: string;
  let doctor: string;

  const personOf = (cpr: string) => system.assembly.stores.persons.personOf(cpr);
  const turn = (authority: string, knobs: Knobs) => system.simulated(authority).knobs.set(knobs);
  const ledger = (authority: string, id: string) =>
    (system.simulated(authority).ledger.entries() ?? []).filter(({ key }) => key === `${id}-0`);
  const ask = async (order: object = {}, headers = {}): Promise<CorrectionDocument> => {
    return anna.create<CorrectionDocument>('/v1/corrections', { disclosure, ...WORDS, ...order }, headers);
  };
  const read = async (id: string, client = anna): Promise<CorrectionDocument> =>
    await client.read<CorrectionDocument>(`/v1/corrections/${id}`, DANISH);
  const reaches = (id: string, status: CorrectionDocument['status']) =>
    until(async () => {
      const correction = await read(id);
      return correction.status === status ? correction : undefined;
    }, `the correction to be ${status}`);
  const callback = (id: string, body: object): Promise<Reply> => {
    const [path, raw] = [`/v1/callbacks/${id}-0`, JSON.stringify(body)];
    return system.anonymous().post(path, raw, system.signed('cpr', path, raw));
  };
  const subjects = async (client = anna) => {
    const { items } = await client.read<MessagePage>('/v1/messages?limit=50', DANISH);
    return items.map(({ subject }) => subject);
  };

  beforeAll(async () => {
    ({ system, anna, bo } = await startMovedHousehold());
    const items = await until(async () => {
      const page = await anna.read<DisclosurePage>('/v1/disclosures?limit=100');
      const services = page.items.map(({ service }) => service);
      return services.includes('cpr.registerMove') && services.includes('doctorChoice.chooseDoctor')
        ? page.items
        : undefined;
    }, 'what was given');
    disclosure = items.find(({ service }) => service === 'cpr.registerMove')!.id!;
    doctor = items.find(({ service }) => service === 'doctorChoice.chooseDoctor')!.id!;
  }, STARTING);
  afterAll(() => system?.close());
  afterEach(() => turn('cpr', {}));

  it('reaches the authority and is answered by it, and its person is written twice', async () => {
    turn('cpr', { hold: true });
    const asked = await ask();
    expect(asked).toMatchObject({
      authority: 'cpr',
      concerns: 'Relocating: CPR registers your move',
      ...WORDS,
      status: 'sending',
      late: false,
    });
    const sent = await reaches(asked.id, 'received');
    expect(sent.concerns).toBe('Fraflytning: CPR registrerer din flytning');
    const overview = await anna.read<OverviewDocument>('/v1/overview');
    expect(overview.corrections.map(({ id }) => id)).toEqual([asked.id]);
    system.authorities.simulations.lateAnswers.release('cpr', undefined);
    const corrected = await reaches(asked.id, 'corrected');
    expect(corrected).toMatchObject({ correctedOn: expect.any(String), answeredAt: expect.any(String) });
    expect(ledger('cpr', asked.id)).toHaveLength(1);
    expect((await subjects()).filter(subject => /rett/.test(subject))).toEqual([
      expect.stringMatching(/har rettet oplysninger om dig$/),
      expect.stringMatching(/^Vi sender din anmodning om rettelse til /),
    ]);
    const { items } = await anna.read<DisclosurePage>('/v1/disclosures', DANISH);
    expect(items.find(({ service }) => service === 'cpr.correctData')).toMatchObject({
      kind: 'given',
      text: 'Du har bedt om at få rettet oplysninger om dig',
      ground: 'Databeskyttelsesforordningen art. 16',
      stage: 'given',
    });
    const copy = await anna.read<ExportDocument>('/v1/export');
    expect(copy.corrections.map(({ id }) => id)).toContain(asked.id);
  });

  it('is stored before it is sent, outlives a restart, and waits for an authority that is down', async () => {
    turn('cpr', { outage: true });
    const asked = await ask();
    await until(async () => {
      const stored = await system.assembly.stores.dispatches.find(`${asked.id}-0`);
      return stored?.error?.code === 'unreachable';
    }, 'CPR to be asked in vain');
    const again = await system.startApi();
    const elsewhere = await system.client(again.address, await personOf(NUMBER_OF_ANNA), ['citizen']);
    expect(await read(asked.id, elsewhere)).toMatchObject({ status: 'sending' });
    const ops = await system.signedIn('ops');
    const { items } = await ops.read<OpsIncidentPage>('/v1/ops/incidents');
    expect(items).toContainEqual(
      expect.objectContaining({ service: 'cpr.correctData', cause: 'unreachable' }),
    );
    turn('cpr', {});
    await ops.post(`/v1/ops/dispatches/${asked.id}-0/retry`, { reason: 'CPR is back' });
    await reaches(asked.id, 'corrected');
    expect(ledger('cpr', asked.id)).toHaveLength(1);
  });

  it('keeps one answer, whoever answers again', async () => {
    turn('cpr', { hold: true });
    const { id } = await ask();
    await reaches(id, 'received');
    const refusal = { code: 'notWrong', detail: 'Adressen er kontrolleret.' };
    const answers = await Promise.all([1, 2, 3].map(() => callback(id, { outcome: 'refused', refusal })));
    expect(answers.map(({ body }) => (body as { result: string }).result).sort()).toEqual([
      'duplicate',
      'duplicate',
      'settled',
    ]);
    const answer = { correctedOn: '2026-01-02' };
    expect((await callback(id, { outcome: 'answered', answer })).body).toEqual({ result: 'duplicate' });
    expect(await read(id)).toMatchObject({
      status: 'refused',
      answer: 'Myndigheden har undersøgt oplysningerne og mener, at de er rigtige. Adressen er kontrolleret.',
    });
    expect((await subjects()).filter(subject => /retter ikke/.test(subject))).toHaveLength(1);
    problem(await callback(randomUUID(), { outcome: 'refused', refusal }), 404, 'unknown-dispatch');
  });

  it('goes to the register that holds the data, which is told who was given them', async () => {
    turn('cpr', { hold: true });
    const { items } = await anna.read<DisclosurePage>('/v1/disclosures?limit=100', DANISH);
    const { categories, authorityName, authority } = items.find(({ id }) => id === doctor)!;
    expect(categories).toContainEqual({
      category: 'address',
      name: 'Adresse',
      heldBy: 'Det Centrale Personregister (CPR)',
    });
    expect(await ask({ disclosure: doctor, category: 'address' }, DANISH)).toMatchObject({
      authority: 'cpr',
      givenTo: [authorityName],
    });
    // The choice of a doctor is nobody else's.
    const health = await ask({ disclosure: doctor, category: 'health' });
    expect(health.authority).toBe(authority);
    expect(health).not.toHaveProperty('givenTo');
    problem(
      await anna.post('/v1/corrections', { disclosure, ...WORDS, category: 'religion' }),
      422,
      'invalid',
    );
  });

  it('is asked once for a key, and another request under it is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await ask({}, headers);
    expect((await ask({}, headers)).id).toBe(first.id);
    const other = { disclosure, ...WORDS, wrong: 'Noget andet.' };
    problem(await anna.post('/v1/corrections', other, headers), 409, 'key-reused');
  });

  it('is its person’s alone, in what is theirs to know', async () => {
    const { id } = await ask();
    problem(await bo.get(`/v1/corrections/${id}`), 404, 'unknown-correction');
    expect((await bo.read<CorrectionPage>('/v1/corrections')).items).toEqual([]);
    problem(await bo.post('/v1/corrections', { disclosure, ...WORDS }), 404, 'unknown-disclosure');
    for (const wrong of ['', '   ', 'x'.repeat(2_001), '\u200b']) {
      problem(await anna.post('/v1/corrections', { disclosure, ...WORDS, wrong }), 422, 'invalid');
    }
  });

  it('names who asked for whom', async () => {
    const guardian = await system.citizen(GUARDIAN);
    const [person, holder] = [await personOf(NUMBER_OF_ANNA), await personOf(GUARDIAN)];
    await system.assembly.stores.mandates.add([
      { holder, person, basis: 'guardian', journeys: 'all', from: 0 },
    ]);
    const acting = { 'on-behalf-of': person };
    const { items } = await guardian.read<DisclosurePage>('/v1/disclosures?limit=100', acting);
    const theirs = items.find(({ id }) => id === disclosure);
    expect(theirs).toBeDefined();
    const { id } = await guardian.create<CorrectionDocument>(
      '/v1/corrections',
      { disclosure, ...WORDS },
      acting,
    );
    expect(await read(id)).toMatchObject({ doneForYou: expect.stringMatching(/gjorde det for dig$/) });
    const stored = await system.assembly.stores.dispatches.find(`${id}-0`);
    expect(stored?.disclosure?.acting).toEqual({ holder, person });
    problem(await guardian.get(`/v1/corrections/${id}`), 404, 'unknown-correction');
  });
});
