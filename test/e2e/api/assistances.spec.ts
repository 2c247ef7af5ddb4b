import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type AssistanceDocument,
  type AssistanceList,
} from '../../../apps/api/src/assistances/assistance-documents.js';
import { type AuditPage } from '../../../apps/api/src/audit/audit-documents.js';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { type JourneyPage } from '../../../apps/api/src/citizen/journey-document.js';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { ManualClock } from '../../../libs/runtime/src/memory/index.js';
import { EditedJourneys, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

const DAN = '6301503987';
const GERDA = '6602454321';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
/** In the language in which they are written to. */
const HELPED = /^Vejle (Municipality has helped you|Kommune har hjulpet dig)/;
const HOUR = 3_600_000;
const MORNING = Date.parse('2026-03-03T09:00:00+01:00');

/** A caseworker in Vejle helps Dan, who is exempt from Digital Post. */
describe('a caseworker who helps somebody', () => {
  let journeys: EditedJourneys;
  let system: System;
  let karen: Client;
  let karenId: string;
  let dan: Client;
  let danId: string;
  const clock = new ManualClock(MORNING);
  const forDan = () => ({ 'on-behalf-of': danId });
  const data = { address: ADDRESS, date: '2026-03-06' };

  const begin = (change: object = {}) =>
    karen.post('/v1/assistances', { cpr: DAN, identified: 'counter', reason: 'exempt', ...change });
  const begun = async (change: object = {}): Promise<AssistanceDocument> => {
    const reply = await begin(change);
    expect({ status: reply.status, text: reply.text }).toMatchObject({ status: 201 });
    return reply.body as AssistanceDocument;
  };
  const endAll = async (): Promise<void> => {
    const { items } = await karen.read<AssistanceList>('/v1/assistances');
    for (const { id } of items) {
      expect((await karen.send('DELETE', `/v1/assistances/${id}`)).status).toBe(204);
    }
  };
  const started = async () => (await karen.start('relocating', forDan())).id;

  beforeAll(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
    await journeys.copy(join(SAMPLE_JOURNEYS, 'relocating'), 'hidden', 'mandates: none');
    system = await startSystem({ journeysDir: journeys.folder, clock });
    karenId = randomUUID();
    karen = await system.as(karenId, 'caseworker');
    dan = await system.citizen(DAN);
    danId = await system.assembly.stores.persons.personOf(DAN);
  }, STARTING);
  afterEach(endAll);
  afterAll(async () => {
    await system?.close();
    await journeys.remove();
  });

  it('sees nothing of anybody before that', async () => {
    const { id } = await dan.start();
    for (const path of ['journeys', `journeys/${id}`, 'messages', 'disclosures', 'settings', 'offers']) {
      problem(await karen.get(`/v1/${path}`), 403, 'no-mandate');
      problem(await karen.get(`/v1/${path}`, forDan()), 403, 'no-mandate');
    }
    problem(await karen.post('/v1/journeys', { definition: 'relocating' }, forDan()), 403, 'no-mandate');
    problem(await karen.post('/v1/journeys', { definition: 'relocating' }), 403, 'no-mandate');
    problem(await dan.post('/v1/assistances', {}), 403, 'forbidden');
  });

  it('begins for one person until midnight, and is shown no more of a CPR number than the family sees', async () => {
    const reply = await begin();
    expect(reply.body).toMatchObject({
      person: danId,
      name: `${DAN.slice(0, 6)}-****`,
      until: '2026-03-03T23:00:00.000Z',
    });
    const listed = await karen.get('/v1/assistances');
    expect((listed.body as AssistanceList).items).toEqual([reply.body]);
    for (const { text } of [reply, listed]) expect(text).not.toContain(DAN);
    const gerda = await system.assembly.stores.persons.personOf(GERDA);
    problem(await karen.get('/v1/journeys', { 'on-behalf-of': gerda }), 403, 'no-mandate');
    const colleague = await system.signedIn('caseworker');
    problem(await colleague.get('/v1/journeys', forDan()), 403, 'no-mandate');
    problem(
      await colleague.send('DELETE', `/v1/assistances/${(reply.body as AssistanceDocument).id}`),
      404,
      'unknown-assistance',
    );
  });

  it('is refused without knowing who it is, and for a letter that does not count', async () => {
    const fields = async (change: object) =>
      problem(await begin(change), 422, 'invalid').errors?.map(({ pointer }) => pointer);
    expect(await fields({ cpr: '1234' })).toEqual(['#/cpr']);
    expect(await fields({ identified: 'phone' })).toEqual(['#/identified']);
    expect(await fields({ identified: 'letter' })).toEqual(['#/receivedOn']);
    expect(await fields({ identified: 'letter', receivedOn: '2026-03-04' })).toEqual(['#/receivedOn']);
    expect(await fields({ identified: 'letter', receivedOn: '2026-02-02' })).toEqual(['#/receivedOn']);
    expect(await fields({ receivedOn: '2026-03-02' })).toEqual(['#/receivedOn']);
    expect((await begin({ identified: 'letter', receivedOn: '2026-02-03' })).status).toBe(201);
  });

  it('is nobody of the family, and not the person', async () => {
    const { mandates, persons } = system.assembly.stores;
    const own = await persons.personOf('0101901234');
    const bent = await system.as(own, 'caseworker');
    const help = { cpr: '0101901234', identified: 'counter', reason: 'wishesHelp' };
    problem(await bent.post('/v1/assistances', help), 403, 'not-impartial');
    await mandates.add([{ holder: own, person: danId, basis: 'guardian', journeys: 'all', from: 0 }]);
    problem(await bent.post('/v1/assistances', { ...help, cpr: DAN }), 403, 'not-impartial');
    await mandates.end({ bases: ['guardian'], holder: own, person: danId, at: 0 });
  });

  it('starts, answers and is named with both identities: in the journal, to Dan, and in what was disclosed', async () => {
    await begun();
    const id = await started();
    const task = `/v1/journeys/${id}/tasks/declareMove`;
    expect((await karen.post(task, { event: 'submit', data }, forDan())).status).toBe(200);
    expect((await karen.get(`/v1/journeys/${id}`, forDan())).status).toBe(200);
    expect((await karen.get(`/v1/journeys/${id}`, forDan())).status).toBe(200);

    const letter = { ...forDan(), 'overgang-purpose': 'letter' };
    expect((await karen.get(`/v1/journeys/${id}`, letter)).status).toBe(200);
    // What was refused was not done.
    problem(await karen.post(task, { event: 'submit', data }, forDan()), 409, 'not-offered');

    const journal = await system.assembly.stores.journeys.journal(id);
    const both = { actor: danId, holder: karenId, holderAuthority: '0630' };
    expect(journal.slice(0, 2)).toMatchObject([
      { kind: 'started', ...both },
      { kind: 'submitted', ...both },
    ]);
    const { happened } = await dan.journey(id);
    expect(happened.map(({ text }) => text).slice(0, 2)).toEqual([
      'A caseworker at Vejle Municipality began the journey for you.',
      expect.stringMatching(/^A caseworker at Vejle Municipality answered .* for you\.$/),
    ]);
    const log = async () => (await dan.read<DisclosurePage>(`/v1/disclosures?journey=${id}`)).items;
    const disclosed = async () => (await log()).find(({ service }) => service === 'cpr.registerMove');
    expect(await until(disclosed, 'the disclosure')).toMatchObject({
      doneForYou: 'A caseworker at Vejle Municipality did it for you',
    });
    const looks = (await log()).filter(({ kind }) => kind === 'looked');
    expect(looks).toMatchObject([
      { text: 'A caseworker at Vejle Municipality has seen the case to help you', authority: '0630' },
    ]);
    const acts = (await log()).filter(({ kind }) => kind === 'acted');
    expect(acts).toMatchObject([
      { text: 'A caseworker at Vejle Municipality has printed a letter about the case for you' },
      { text: 'A caseworker at Vejle Municipality has sent an answer for you', step: 'declareMove' },
      { text: 'A caseworker at Vejle Municipality has begun the case for you', journey: id },
    ]);
    const all = (await dan.read<DisclosurePage>('/v1/disclosures')).items;
    expect(all).toContainEqual(
      expect.objectContaining({
        kind: 'helped',
        authorityName: 'Vejle Municipality',
        text: expect.stringContaining('You were there yourself and showed your ID.'),
      }),
    );
    // Every page of the log is the same log, once the letters about it are in there as well.
    const isDelivered = async () =>
      (await dan.read<MessagePage>('/v1/messages?limit=100')).items.every(
        ({ status }) => status === 'delivered',
      );
    await until(isDelivered, 'the letters to be delivered');
    const whole = (await dan.read<DisclosurePage>('/v1/disclosures?limit=100')).items;
    const paged: string[] = [];
    for (let path = '/v1/disclosures?limit=1'; ;) {
      const { items, next } = await dan.read<DisclosurePage>(path);
      paged.push(...items.map(({ text }) => text));
      if (next === undefined) break;
      path = `/v1/disclosures?limit=1&after=${next}`;
    }
    expect(paged).toEqual(whole.map(({ text }) => text));
  });

  it('is told of to Dan once for each case, with the first thing that is done', async () => {
    await begun();
    const id = await started();
    await karen.post(`/v1/journeys/${id}/tasks/declareMove`, { event: 'submit', data }, forDan());
    const told = async () => {
      const { items } = await dan.read<MessagePage>(`/v1/journeys/${id}/messages`);
      return items.filter(({ subject }) => HELPED.test(subject));
    };
    expect(await told()).toHaveLength(1);
    await endAll();
    await begun();
    await karen.post(`/v1/journeys/${id}/cancellation`, {}, forDan());
    expect(await told()).toHaveLength(2);
  });

  it('is shown what can be begun for the person', async () => {
    await begun();
    for (const path of ['', '/relocating']) {
      expect((await karen.get(`/v1/definitions${path}`, forDan())).status).toBe(200);
    }
  });

  it('leaves every look and act in the audit log', async () => {
    const { id } = await begun();
    const journey = await started();
    await karen.get(`/v1/journeys/${journey}`, forDan());
    const ops = await system.signedIn('ops');
    const { items } = await ops.read<AuditPage>(`/v1/ops/audit?actor=caseworker:${karenId}`);
    const here = items.filter(({ subjects }) => subjects.includes(id));
    expect(here.map(({ action }) => action)).toEqual(['assisted-look', 'assisted-start', 'assistance-begun']);
    expect(here.every(({ outcome }) => outcome === 'done')).toBe(true);
  });

  it('leaves nothing in the audit log that says whom it is about, and nothing under the help of another', async () => {
    const colleague = await system.signedIn('caseworker');
    const gerdas = await colleague.post('/v1/assistances', {
      cpr: GERDA,
      identified: 'counter',
      reason: 'exempt',
    });
    const { id: another } = gerdas.body as AssistanceDocument;
    const { id } = await begun();
    const notes = { reason: `for ${danId}`, journey: 'relocating' };
    for (const named of [danId, another]) {
      problem(await karen.get(`/v1/journeys/${named}`, forDan()), 404, 'unknown-journey');
      problem(
        await karen.post(`/v1/journeys/${named}/cancellation`, notes, forDan()),
        404,
        'unknown-journey',
      );
      problem(await karen.send('DELETE', `/v1/assistances/${named}`), 404, 'unknown-assistance');
    }
    expect((await karen.send('DELETE', `/v1/assistances/${id}`)).status).toBe(204);
    const ops = await system.signedIn('ops');
    const { items } = await ops.read<AuditPage>(`/v1/ops/audit?actor=caseworker:${karenId}&limit=7`);
    expect(items.map(({ action, outcome }) => `${action}: ${outcome}`)).toEqual([
      'assistance-ended: done',
      ...[another, danId].flatMap(() => [
        'assistance-ended: unknown-assistance',
        'assisted-act: unknown-journey',
        'assisted-look: unknown-journey',
      ]),
    ]);
    expect(items[0]!.subjects).toContain(id);
    for (const named of [danId, another, 'relocating']) expect(JSON.stringify(items)).not.toContain(named);
    await colleague.send('DELETE', `/v1/assistances/${another}`);
  });

  it('helps where nobody acts for another only with whoever is there', async () => {
    const { id } = await dan.start('hidden');
    await begun({ identified: 'letter', receivedOn: '2026-03-02', reason: 'wishesHelp' });
    problem(await karen.get(`/v1/journeys/${id}`, forDan()), 404, 'unknown-journey');
    problem(await karen.post('/v1/journeys', { definition: 'hidden' }, forDan()), 403, 'no-mandate');
    const { items } = await karen.read<JourneyPage>('/v1/journeys?limit=200', forDan());
    expect(items.map(item => item.id)).not.toContain(id);
    await begun();
    expect((await karen.get(`/v1/journeys/${id}`, forDan())).status).toBe(200);
    const task = `/v1/journeys/${id}/tasks/declareMove`;
    expect((await karen.post(task, { event: 'submit', data }, forDan())).status).toBe(200);
  });

  it('hears nothing more once it has ended', async () => {
    const { id: assistance } = await begun();
    const id = await started();
    const headers = { authorization: `Bearer ${karen.token}`, ...forDan() };
    const stream = await fetch(`${system.api}/v1/journeys/${id}/stream`, { headers });
    expect(stream.status).toBe(200);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    for (let ended = false; ;) {
      const { done, value = '' } = await reader.read();
      if (done) break;
      told += value;
      if (ended || !told.includes('data:')) continue;
      ended = true;
      expect((await karen.send('DELETE', `/v1/assistances/${assistance}`)).status).toBe(204);
    }
    expect(told.match(/^event: /gm)).toHaveLength(1);
    problem(await karen.get(`/v1/journeys/${id}`, forDan()), 403, 'no-mandate');
    problem(await karen.post(`/v1/journeys/${id}/cancellation`, {}, forDan()), 403, 'no-mandate');
    problem(await karen.send('DELETE', `/v1/assistances/${assistance}`), 404, 'unknown-assistance');
  });

  it('ends by itself at midnight', async () => {
    await begun();
    await started();
    clock.advance(15 * HOUR);
    const tomorrow = await system.as(karenId, 'caseworker');
    problem(await tomorrow.get('/v1/journeys', forDan()), 403, 'no-mandate');
    expect((await tomorrow.get('/v1/assistances')).body).toEqual({ items: [] });
    karen = tomorrow;
  });
});
