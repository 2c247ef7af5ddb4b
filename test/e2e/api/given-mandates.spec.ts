import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type DefinitionPage } from '../../../apps/api/src/citizen/definition-document.js';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { type JourneyPage } from '../../../apps/api/src/citizen/journey-document.js';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import {
  type MandateDocument,
  type MandatePreviewDocument,
  type MandatesDocument,
} from '../../../apps/api/src/mandates/mandate-documents.js';
import { EditedJourneys, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const MOTHER = '6502714321';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const DAY = 864e5;

/** Somebody lets their mother act for them, for a while. */
describe('a mandate that is given', () => {
  let journeys: EditedJourneys;
  let system: System;
  let anna: Client;
  let mother: Client;
  let annaId: string;
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const order = (over: object = {}) => ({
    cpr: MOTHER,
    name: 'Grethe Holm',
    yourName: 'Anna Holm',
    until: system.day(100),
    ...over,
  });
  const forAnna = () => ({ 'on-behalf-of': annaId });
  const give = async (over: object = {}): Promise<MandateDocument> => {
    return anna.create<MandateDocument>('/v1/mandates', order(over));
  };
  const end = async (by: Client, { id }: Pick<MandateDocument, 'id'>): Promise<void> => {
    expect((await by.send('DELETE', `/v1/mandates/${id}`)).status).toBe(204);
  };
  const messagesOf = async (client: Client) => (await client.read<MessagePage>('/v1/messages')).items;
  const startForAnna = async (definition = 'relocating') => (await mother.start(definition, forAnna())).id;
  const signIn = async () => {
    [anna, mother] = [await system.citizen(ANNA), await system.citizen(MOTHER)];
  };

  beforeAll(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
    const relocating = join(SAMPLE_JOURNEYS, 'relocating');
    await journeys.copy(relocating, 'hidden', 'mandates: none');
    await journeys.copy(relocating, 'moving-again');
    system = await startSystem({ journeysDir: journeys.folder, clock: { now } });
    annaId = await system.assembly.stores.persons.personOf(ANNA);
    await signIn();
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await journeys.remove();
  });
  afterEach(async () => {
    for (const { id } of (await anna.read<MandatesDocument>('/v1/mandates')).given) {
      await end(anna, { id });
    }
  });

  it('is said in words first, then listed for both, and written to both without a CPR number', async () => {
    const { body } = await anna.post('/v1/mandates/preview', order({ journeys: ['relocating'] }));
    expect((body as MandatePreviewDocument).text).toMatch(/^Grethe Holm may act for you from .+\n/);
    expect((await anna.read<MandatesDocument>('/v1/mandates')).given).toEqual([]);
    const before = (await messagesOf(mother)).length;

    const given = await give({ journeys: ['relocating'] });
    expect(given).toMatchObject({
      id: expect.any(String),
      name: 'Grethe Holm',
      number: '650271-****',
      basis: 'given',
      journeys: ['relocating'],
      titles: [expect.any(String)],
      begun: true,
    });
    const { body: theirs, text } = await mother.get('/v1/mandates');
    expect(theirs).toMatchObject({ held: [{ id: given.id, person: annaId, name: 'Anna Holm' }], given: [] });
    expect(text).not.toContain(ANNA);

    // Whoever has typed a number learns no id by it, here or elsewhere.
    const motherId = await system.assembly.stores.persons.personOf(MOTHER);
    expect(given).not.toHaveProperty('person');
    for (const path of ['mandates', 'messages', 'disclosures', 'export', 'overview']) {
      expect([path, (await anna.get(`/v1/${path}`)).text]).toEqual([
        path,
        expect.not.stringContaining(motherId),
      ]);
    }

    const [told] = await messagesOf(mother);
    expect((await messagesOf(mother)).length).toBe(before + 1);
    expect(told).toMatchObject({ subject: 'Anna Holm har givet dig fuldmagt', unread: true });
    expect(told!.journey).toBeUndefined();
    // It goes out as Digital Post, as any message does.
    await until(async () => (await messagesOf(mother))[0]!.status === 'delivered', 'the delivery');
    expect((await mother.put(`/v1/messages/${told!.id}/read`)).status).toBe(204);
    // What is written to the giver of it is nobody else's to read.
    expect((await messagesOf(anna))[0]!.subject).toBe('Du har givet Grethe Holm fuldmagt');
    const { body: seen } = await mother.get('/v1/messages', forAnna());
    expect((seen as MessagePage).items.filter(({ journey }) => !journey)).toEqual([]);
    problem(
      await mother.get(`/v1/messages/${(await messagesOf(anna))[0]!.id}`, forAnna()),
      404,
      'unknown-message',
    );
  });

  it('tells the giver who has acted, where it happened and in what was disclosed', async () => {
    await give();
    const id = await startForAnna();
    const data = { address: ADDRESS, date: system.day(3) };
    const task = `/v1/journeys/${id}/tasks/declareMove`;
    expect((await mother.post(task, { event: 'submit', data }, forAnna())).status).toBe(200);
    const { happened } = await anna.journey(id);
    expect(happened.map(({ text }) => text).slice(0, 2)).toEqual([
      'Grethe Holm began the journey for you.',
      expect.stringMatching(/^Grethe Holm answered .* for you\.$/),
    ]);
    const motherId = await system.assembly.stores.persons.personOf(MOTHER);
    expect((await system.assembly.stores.journeys.journal(id)).slice(0, 2)).toMatchObject([
      { kind: 'started', actor: annaId, holder: motherId },
      { kind: 'submitted', actor: annaId, holder: motherId },
    ]);
    const disclosed = async () => {
      const { body } = await anna.get(`/v1/disclosures?journey=${id}`);
      return (body as DisclosurePage).items.find(({ service }) => service === 'cpr.registerMove');
    };
    expect(await until(disclosed, 'the disclosure')).toMatchObject({
      doneForYou: 'Grethe Holm did it for you',
    });
  });

  it('reaches what it was given for, and neither tells nor begins what it was not', async () => {
    const own = await anna.start('moving-again');
    await give({ journeys: ['relocating'] });
    const id = await startForAnna();
    for (const path of ['', '/stream', '/happened', '/messages']) {
      problem(await mother.get(`/v1/journeys/${own.id}${path}`, forAnna()), 404, 'unknown-journey');
    }
    problem(await mother.post('/v1/journeys', { definition: 'moving-again' }, forAnna()), 403, 'no-mandate');
    const list = await mother.read<JourneyPage>('/v1/journeys?limit=200', forAnna());
    expect(list.items.map(item => item.id)).toContain(id);
    expect(list.items.map(item => item.definition)).not.toContain('moving-again');
    problem(await mother.put('/v1/settings', { language: 'en' }, forAnna()), 403, 'no-mandate');

    const kinds = async (headers?: Readonly<Record<string, string>>) =>
      (await mother.read<DefinitionPage>('/v1/definitions?limit=200', headers)).items.map(item => item.id);
    expect(await kinds(forAnna())).toEqual(['relocating']);
    expect(await kinds()).toEqual(expect.arrayContaining(['hidden', 'moving-again', 'relocating']));
    problem(await mother.get('/v1/definitions/moving-again', forAnna()), 403, 'no-mandate');
    expect((await mother.get('/v1/definitions/relocating', forAnna())).status).toBe(200);
  });

  it('for everything still offers nothing in which nobody acts for another', async () => {
    await give();
    const { body } = await mother.get('/v1/definitions?limit=200', forAnna());
    const offered = (body as DefinitionPage).items.map(({ id }) => id);
    expect(offered).toContain('moving-again');
    expect(offered).not.toContain('hidden');
    problem(await mother.get('/v1/definitions/hidden', forAnna()), 403, 'no-mandate');
    problem(await mother.post('/v1/journeys', { definition: 'hidden' }, forAnna()), 403, 'no-mandate');
    const { body: own } = await anna.get('/v1/definitions?limit=200');
    expect((own as DefinitionPage).items.find(({ id }) => id === 'hidden')).toMatchObject({ ownOnly: true });
    const refused = problem(await anna.post('/v1/mandates', order({ journeys: ['hidden'] })), 422, 'invalid');
    expect(refused.errors).toMatchObject([{ pointer: '#/journeys', code: 'ungivable' }]);
  });

  it('is not given on by its holder, nor withdrawn by others', async () => {
    const given = await give();
    problem(await mother.post('/v1/mandates', order({ cpr: '6204862345' }), forAnna()), 403, 'no-mandate');
    problem(await mother.post('/v1/mandates/preview', order(), forAnna()), 403, 'no-mandate');
    problem(await mother.send('DELETE', `/v1/mandates/${given.id}`, undefined, forAnna()), 403, 'no-mandate');
    const stranger = await system.signedIn('citizen');
    for (const id of [given.id, randomUUID(), 'x']) {
      problem(await stranger.send('DELETE', `/v1/mandates/${id}`), 404, 'unknown-mandate');
    }
    expect((await mother.read<MandatesDocument>('/v1/mandates')).held).toHaveLength(1);
  });

  it('tells nobody whether there is somebody with a number', async () => {
    const shape = async (cpr: string) => {
      const { status, body } = await anna.post('/v1/mandates', order({ cpr }));
      const { id: _id, number: _number, from: _from, ...rest } = body as MandateDocument;
      return { status, ...rest };
    };
    const known = await shape(MOTHER);
    expect(known.status).toBe(201);
    // A number that nobody has, and one of a person who has never been here.
    for (const cpr of ['0101010000', '6204862345']) expect(await shape(cpr)).toEqual(known);
    const own = problem(await anna.post('/v1/mandates', order({ cpr: ANNA })), 422, 'invalid');
    expect(own.errors).toMatchObject([{ pointer: '#/cpr', code: 'ownNumber' }]);
    for (const cpr of ['x', '9999999999', annaId]) {
      const wrong = problem(await anna.post('/v1/mandates', order({ cpr })), 422, 'invalid');
      expect(wrong.errors).toMatchObject([{ pointer: '#/cpr', code: 'cprNumber' }]);
    }
    const late = problem(await anna.post('/v1/mandates', order({ until: system.day(900) })), 422, 'invalid');
    expect(late.errors).toMatchObject([{ pointer: '#/until', code: 'tooLong' }]);
  });

  it('ends a stream and a draft of its holder the moment it is withdrawn', async () => {
    const given = await give();
    const id = await startForAnna();
    const draft = `/v1/journeys/${id}/tasks/declareMove/draft`;
    expect((await mother.put(draft, { data: { address: ADDRESS } }, forAnna())).status).toBe(204);
    expect((await anna.get(draft)).body).toMatchObject({ data: { address: ADDRESS } });
    const headers = { authorization: `Bearer ${mother.token}`, ...forAnna() };
    const stream = await fetch(`${system.api}/v1/journeys/${id}/stream`, { headers });
    expect(stream.status).toBe(200);
    const heard: string[] = [];
    const listening = (async () => {
      for await (const text of stream.body!.pipeThrough(new TextDecoderStream())) heard.push(text);
    })();
    const events = () => heard.join('').match(/^event: /gm) ?? [];
    await until(() => events().length === 1, 'the beginning');
    await end(anna, given);
    await listening;
    expect(events()).toHaveLength(1);
    expect((await anna.get(draft)).body).toEqual({ data: {} });
    problem(await mother.get(`/v1/journeys/${id}`, forAnna()), 403, 'no-mandate');
    problem(await mother.get('/v1/definitions', forAnna()), 403, 'no-mandate');
    expect((await messagesOf(mother))[0]!.subject).toBe('Anna Holm har trukket fuldmagten tilbage');
    // Once more changes nothing.
    await end(anna, given);
    await end(mother, given);
    expect((await messagesOf(mother))[0]!.subject).toBe('Anna Holm har trukket fuldmagten tilbage');
  });

  it('can be renounced, and both are told', async () => {
    await end(mother, await give());
    expect((await anna.get('/v1/mandates')).body).toEqual({ held: [], given: [] });
    expect((await messagesOf(anna))[0]!.subject).toBe('Grethe Holm har sagt fuldmagten fra sig');
  });

  it('begins and ends by the clock; its end is told ahead, and nothing is done after it', async () => {
    const given = await give({ from: system.day(5), until: system.day(40) });
    expect(given.begun).toBe(false);
    problem(await mother.get('/v1/journeys', forAnna()), 403, 'no-mandate');
    ahead += 5 * DAY;
    await signIn();
    await startForAnna();
    ahead += 25 * DAY;
    await signIn();
    await until(
      async () => (await messagesOf(anna))[0]!.subject === 'Fuldmagten til Grethe Holm slutter snart',
      'the message of its end',
      90,
    );
    const id = await startForAnna();
    const draft = `/v1/journeys/${id}/tasks/declareMove/draft`;
    expect((await mother.put(draft, { data: { address: ADDRESS } }, forAnna())).status).toBe(204);
    ahead += 11 * DAY;
    await signIn();
    problem(await mother.get(`/v1/journeys/${id}`, forAnna()), 403, 'no-mandate');
    expect((await anna.get('/v1/mandates')).body).toEqual({ held: [], given: [] });
    await until(
      async () => Object.keys((await anna.read<{ data: object }>(draft)).data).length === 0,
      'the draft to go',
      90,
    );
  }, 200_000);
});
