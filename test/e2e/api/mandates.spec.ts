import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { type JourneyPage } from '../../../apps/api/src/citizen/journey-document.js';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { type ExportDocument } from '../../../apps/api/src/my-data/export-document.js';
import { type MandatesDocument } from '../../../apps/api/src/mandates/mandate-documents.js';
import { type OfferPage } from '../../../apps/api/src/offers/offer-document.js';
import { EditedJourneys, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

const MOTHER = '6110851234';
const FATHER = '6204862345';
const CHILD = '6912191238';
const OFFERED = fileURLToPath(new URL('../matrix/journeys/arrival', import.meta.url));
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

/** A mother acts for her child until she loses custody. */
describe('acting for somebody', () => {
  let journeys: EditedJourneys;
  let system: System;
  let mother: Client;
  let child: Client;
  let childId: string;
  const born = () => system.day(-3650);
  const date = () => system.day(3);

  const custody = (custodians: readonly string[], from: string, name?: string) =>
    system.report('cpr', 'cpr.custodyChanged', {
      child: CHILD,
      ...(name !== undefined && { name }),
      born: born(),
      custodians,
      from,
    });
  const forChild = () => ({ 'on-behalf-of': childId });

  beforeAll(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
    await journeys.copy(join(SAMPLE_JOURNEYS, 'relocating'), 'hidden', 'mandates: none');
    await journeys.copy(OFFERED, 'held-out', 'mandates: none');
    system = await startSystem({ journeysDir: journeys.folder });
    mother = await system.citizen(MOTHER);
    child = await system.citizen(CHILD);
    childId = await system.assembly.stores.persons.personOf(CHILD);
    await custody([MOTHER, FATHER], born());
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await journeys.remove();
  });

  it('is listed for both of them, with its ground and its end, and without a CPR number', async () => {
    const { body, text } = await mother.get('/v1/mandates');
    expect(body).toMatchObject({
      held: [
        {
          person: childId,
          name: expect.stringMatching(/^\d{6}-\*{4}$/),
          basis: 'parent',
          text: 'You have custody',
        },
      ],
      given: [],
    });
    expect((body as MandatesDocument).held[0]!.until).toMatch(/T2[23]:00:00.000Z$/);
    const { body: theirs } = await child.get('/v1/mandates');
    expect((theirs as MandatesDocument).given).toHaveLength(2);
    for (const cpr of [MOTHER, FATHER, CHILD]) expect(text).not.toContain(cpr);
  });

  it('calls the child as registers do, once they have said it, to whoever may act for it', async () => {
    const held = async () => (await mother.read<MandatesDocument>('/v1/mandates')).held[0]!;
    const named = (fullName: string, registeredOn: string) =>
      system.report('cpr', 'cpr.nameRegistered', { person: CHILD, fullName, registeredOn });
    const number = (await held()).number;
    await custody([MOTHER, FATHER], born(), 'Ida Maria Holm');
    expect(await held()).toMatchObject({ name: 'Ida Maria Holm', number });
    await named('Ida Sørensen', system.day(-3));
    await named('Ida Holm', system.day(-30));
    await custody([MOTHER, FATHER], born(), 'Ida Maria Holm');
    expect(await held()).toMatchObject({ name: 'Ida Sørensen', number });
    const acted = await mother.get('/v1/journeys', forChild());
    expect(acted.headers.get('on-behalf-of')).toBe(`${childId}; name*=UTF-8''Ida%20S%C3%B8rensen`);

    // The child reads no name of its parents, and its own in the copy of what is held.
    const { given } = await child.read<MandatesDocument>('/v1/mandates');
    expect(given.map(mandate => mandate.name)).toEqual(given.map(mandate => mandate.number));
    const copyOf = (client: Client, headers = {}) => client.read<ExportDocument>('/v1/export', headers);
    expect(await copyOf(child)).toMatchObject({ name: 'Ida Sørensen' });
    expect(await copyOf(mother, forChild())).toMatchObject({ name: 'Ida Sørensen' });
    const own = await copyOf(mother);
    expect(own).not.toHaveProperty('name');
    expect(own.mandates?.held).toMatchObject([{ name: 'Ida Sørensen' }]);
  });

  it('says both who did it and for whom: to the child, in the journal and in what was disclosed', async () => {
    const { id } = await mother.start('relocating', forChild());
    const task = `/v1/journeys/${id}/tasks/declareMove`;
    const draft = await mother.put(`${task}/draft`, { data: { address: ADDRESS } }, forChild());
    expect(draft.status).toBe(204);
    const data = { address: ADDRESS, date: date() };
    expect((await mother.post(task, { event: 'submit', data }, forChild())).status).toBe(200);

    const { happened } = await child.journey(id);
    expect(happened.map(({ text }) => text).slice(0, 2)).toEqual([
      'Somebody who may act for you began the journey for you.',
      expect.stringMatching(/^Somebody who may act for you answered .* for you\.$/),
    ]);
    const motherId = await system.assembly.stores.persons.personOf(MOTHER);
    const journal = await system.assembly.stores.journeys.journal(id);
    expect(journal.slice(0, 2)).toMatchObject([
      { kind: 'started', actor: childId, holder: motherId },
      { kind: 'submitted', actor: childId, holder: motherId },
    ]);
    const disclosed = async () => {
      const { body } = await child.get(`/v1/disclosures?journey=${id}`);
      return (body as DisclosurePage).items.find(({ service }) => service === 'cpr.registerMove');
    };
    expect(await until(disclosed, 'the disclosure')).toMatchObject({
      doneForYou: 'Somebody who may act for you did it for you',
    });
    // Their own list is not the child's.
    const { body: own } = await mother.get('/v1/journeys');
    expect((own as JourneyPage).items).toEqual([]);
    const { body: childs } = await mother.get('/v1/journeys', forChild());
    expect((childs as JourneyPage).items.map(item => item.id)).toContain(id);
    problem(await mother.get(`/v1/journeys/${id}`), 404, 'unknown-journey');
  });

  it('is refused in the same words to whoever may not, and whoever there is not', async () => {
    const stranger = await system.signedIn('citizen');
    const refused = problem(await stranger.get('/v1/journeys', forChild()), 403, 'no-mandate');
    for (const forged of [randomUUID(), 'x', `${childId},${childId}`, "' or 1=1"]) {
      const reply = await stranger.get('/v1/journeys', { 'on-behalf-of': forged });
      expect(problem(reply, 403, 'no-mandate').detail).toBe(refused.detail);
    }
    const motherId = await system.assembly.stores.persons.personOf(MOTHER);
    problem(await child.get('/v1/journeys', { 'on-behalf-of': motherId }), 403, 'no-mandate');
    problem(await child.get('/v1/journeys', { 'on-behalf-of': childId }), 403, 'no-mandate');
  });

  it('reaches no journey in which nobody acts for another, and tells of none', async () => {
    const { id } = await child.start('hidden');
    await child.submit(id, 'declareMove', 'submit', { address: ADDRESS, date: date() });
    await system.report('cpr', 'cpr.nameRegistered', {
      person: CHILD,
      fullName: 'Ida Holm',
      registeredOn: born(),
    });
    const [offer] = await until(async () => {
      const { items } = await child.read<OfferPage>('/v1/offers');
      return items.length > 0 && items;
    }, 'the offer');
    const own = <Page>(path: string) => child.read<Page>(path);
    const [message] = await until(async () => {
      const { items } = await own<MessagePage>('/v1/messages');
      const about = items.filter(({ journey }) => journey?.id === offer!.id);
      return about.length > 0 && about;
    }, 'a message');
    await until(
      async () => (await own<DisclosurePage>(`/v1/disclosures?journey=${id}`)).items.length > 0,
      'a disclosure',
    );

    const task = `/v1/journeys/${id}/tasks/declareMove`;
    for (const path of ['', '/happened', '/stream', '/messages', '/answers', '/cancellation']) {
      problem(await mother.get(`/v1/journeys/${id}${path}`, forChild()), 404, 'unknown-journey');
    }
    problem(await mother.get(`${task}/earlier-answers`, forChild()), 404, 'unknown-journey');
    problem(await mother.get(`/v1/disclosures?journey=${id}`, forChild()), 404, 'unknown-journey');
    problem(await mother.get(`/v1/messages/${message!.id}`, forChild()), 404, 'unknown-message');
    problem(await mother.get(`/v1/offers/${offer!.id}`, forChild()), 404, 'unknown-offer');
    problem(
      await mother.post(`/v1/offers/${offer!.id}`, { answer: 'take' }, forChild()),
      404,
      'unknown-offer',
    );
    const data = { event: 'submit', data: { address: ADDRESS, date: date() } };
    problem(await mother.post(task, data, forChild()), 404, 'unknown-journey');
    problem(await mother.post(`/v1/journeys/${id}/cancellation`, {}, forChild()), 404, 'unknown-journey');
    for (const definition of ['hidden', 'held-out']) {
      problem(await mother.post('/v1/journeys', { definition }, forChild()), 403, 'no-mandate');
    }
    // Neither an item nor a page that fell short.
    for (const list of ['journeys', 'messages', 'offers', 'disclosures']) {
      const all = await mother.get(`/v1/${list}?limit=200`, forChild());
      expect(all.status).toBe(200);
      expect(all.text).not.toContain(id);
      expect(all.text).not.toContain(offer!.id);
      const { items } = all.body as { readonly items: readonly unknown[] };
      const { body: first } = await mother.get(`/v1/${list}?limit=1`, forChild());
      expect((first as { readonly items: readonly unknown[] }).items).toEqual(items.slice(0, 1));
    }
    const { items } = await own<JourneyPage>('/v1/journeys');
    expect(items.map(item => item.id)).toContain(id);
  });

  it('is of the one journey that a key names, for oneself and for another', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const one = await mother.post('/v1/journeys', { definition: 'relocating' }, key);
    const other = await mother.post('/v1/journeys', { definition: 'relocating' }, { ...key, ...forChild() });
    expect([one.status, other.status]).toEqual([201, 201]);
  });

  it('is suspended while one of the two is registered as dead, and in force again once that was a mistake', async () => {
    const [diedOn, reversedOn] = [system.day(-5), system.day(0)];
    await system.report('cpr', 'cpr.deathRegistered', { person: MOTHER, diedOn, municipality: '0461' });
    expect((await mother.get('/v1/mandates')).body).toEqual({ held: [], given: [] });
    problem(await mother.get('/v1/journeys', forChild()), 403, 'no-mandate');
    await system.report('cpr', 'cpr.deathRecordReversed', { person: MOTHER, reversedOn });
    const { held } = (await mother.get('/v1/mandates')).body as MandatesDocument;
    expect(held).toMatchObject([{ person: childId, basis: 'parent', begun: true }]);
    expect(held[0]!.suspended).toMatch(
      /^It was not in force from .* to .*, because you were registered as dead by mistake\.$/,
    );
    const { body: copy } = await mother.get('/v1/export');
    expect((copy as ExportDocument).registeredDeath).toEqual({ died: diedOn, reversed: reversedOn });
    expect((await child.get('/v1/export')).body).not.toHaveProperty('registeredDeath');
    const { given } = (await child.get('/v1/mandates')).body as MandatesDocument;
    expect(given.map(({ suspended }) => suspended !== undefined).sort()).toEqual([false, true]);
    expect((await mother.get('/v1/journeys', forChild())).status).toBe(200);
  });

  it('ends what is listened to under it, and lets nothing of it through', async () => {
    const { body } = await mother.post('/v1/journeys', { definition: 'relocating' }, forChild());
    const { id } = body as { readonly id: string };
    const headers = { authorization: `Bearer ${mother.token}`, ...forChild() };
    const stream = await fetch(`${system.api}/v1/journeys/${id}/stream`, { headers });
    expect(stream.status).toBe(200);
    let heard = '';
    const listening = (async () => {
      for await (const text of stream.body!.pipeThrough(new TextDecoderStream())) heard += text;
    })();
    await until(() => heard.includes('data:'), 'the beginning');
    await custody([FATHER], system.day(-2));
    await listening;
    expect(heard.match(/^event: /gm)).toHaveLength(1);
    await custody([MOTHER, FATHER], system.day(-1));
  });

  it('ends at once with custody, also of what is open', async () => {
    const { body } = await mother.post('/v1/journeys', { definition: 'relocating' }, forChild());
    const { id } = body as { readonly id: string };
    await custody([FATHER], system.day(0));
    const task = `/v1/journeys/${id}/tasks/declareMove`;
    const data = { address: ADDRESS, date: date() };
    problem(await mother.post(task, { event: 'submit', data }, forChild()), 403, 'no-mandate');
    problem(await mother.get(`/v1/journeys/${id}`, forChild()), 403, 'no-mandate');
    const father = await system.citizen(FATHER);
    expect((await father.post(task, { event: 'submit', data }, forChild())).status).toBe(200);
    expect((await mother.get('/v1/mandates')).body).toEqual({ held: [], given: [] });
  });
});
