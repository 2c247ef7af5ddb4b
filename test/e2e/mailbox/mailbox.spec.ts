import { fileURLToPath } from 'node:url';
import { type MessageDocument, type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { until } from '../../support/index.js';
import { type Client, problem } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const [ANNA, BO, CLARA] = ['0906051234', '6204862345', '6507914321'];
const DELIVER = 'digitalPost.deliver';

describe('the mailbox', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let clara: Client;

  const post = () => system.simulated('digitalPost');
  const knobs = (set: Knobs, operation?: string): void => post().knobs.set(set, { operation });
  /** What Digital Post has been given for a person, of one journey. */
  const letterbox = (recipient: string, journey: string) =>
    post()
      .ledger.entries({ service: DELIVER, journey })
      .filter(({ kind }) => kind !== 'duplicate')
      .map(({ key }) => post().ledger.find(key)!)
      .filter(({ input }) => input['recipient'] === recipient);

  const read = async (client: Client, query = ''): Promise<MessagePage> => {
    const { status, body, text } = await client.get(`/v1/messages${query}`);
    expect({ status, text }).toMatchObject({ status: 200 });
    return body as MessagePage;
  };
  const inJourney = async (client: Client, journey: string): Promise<readonly MessageDocument[]> =>
    (await read(client, `?journey=${journey}`)).items;
  const becomes = (client: Client, journey: string, status: MessageDocument['status']) =>
    until(async () => {
      const items = await inJourney(client, journey);
      return items.length > 0 && items.every(item => item.status === status) ? items : undefined;
    }, `the messages of ${journey} to be ${status}`);

  const declare = async (): Promise<string> => {
    const { id } = await anna.start('letters');
    await anna.submit(id, 'declare', 'submit', { day: '2026-12-24', partner: BO });
    return id;
  };

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    [anna, bo, clara] = [await system.citizen(ANNA), await system.citizen(BO), await system.citizen(CLARA)];
  }, STARTING);
  afterAll(() => system?.close());
  afterEach(() => {
    knobs({});
    knobs({}, 'deliver');
    post().people.refuse(BO, []);
    post().people.answer('readMailbox', BO, { exempt: false });
  });

  it('has what a step has written, in words, and what it asks', async () => {
    const id = await declare();
    const [message, ...others] = await becomes(bo, id, 'delivered');
    expect(others).toEqual([]);
    expect(message).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}\.[\w-]{22}$/),
      journey: { id, title: 'Letters', quiet: false },
      sentAt: expect.stringMatching(/Z$/),
      language: 'da',
      subject: 'Er du enig?',
      body: 'Din partner ønsker torsdag den 24. december 2026.',
      asks: {
        task: 'asking',
        // In the reader’s language, though the message is in Danish.
        title: 'Say yes or no',
        lastDay: expect.stringMatching(/^\d{4}-/),
        open: true,
      },
      unread: true,
      status: 'delivered',
      way: 'digitalPost',
      receivedOn: expect.stringMatching(/^\d{4}-/),
    });
    const { body: one } = await bo.get(`/v1/messages/${message!.id}`);
    expect(one).toEqual(message);
    const { body: ofJourney } = await bo.get(`/v1/journeys/${id}/messages`);
    expect((ofJourney as MessagePage).items).toEqual([message]);
    expect(letterbox(BO, id)[0]!.input).toMatchObject({
      recipient: BO,
      language: 'da',
      subject: 'Er du enig?',
      reply: true,
      replyBy: message!.asks!.lastDay,
    });
    await bo.submit(id, 'asking', 'agree', {});
    expect((await inJourney(bo, id))[0]!.asks).toMatchObject({ open: false });
  });

  it('is nobody else’s', async () => {
    const id = await declare();
    const [message] = await inJourney(bo, id);
    for (const stranger of [anna, clara]) {
      problem(await stranger.get(`/v1/messages/${message!.id}`), 404, 'unknown-message');
      problem(await stranger.put(`/v1/messages/${message!.id}/read`), 404, 'unknown-message');
    }
    expect(await inJourney(clara, id)).toEqual([]);
    problem(await clara.get(`/v1/journeys/${id}/messages`), 404, 'unknown-journey');
    problem(await bo.get('/v1/messages/nothing'), 404, 'unknown-message');
    problem(await bo.get(`/v1/messages?after=${Buffer.from('x').toString('base64url')}`), 422, 'invalid');
    expect((await inJourney(bo, id))[0]).toMatchObject({ unread: true });
  });

  it('is marked by its reader, and read by the page', async () => {
    const id = await declare();
    await bo.submit(id, 'asking', 'agree', {});
    const all = await becomes(anna, id, 'delivered');
    expect(all.map(({ subject }) => subject)).toEqual(['Det er aftalt', 'Vi har fået dit ønske']);
    const first = await read(anna, `?journey=${id}&limit=1`);
    expect(first.items).toEqual([all[0]]);
    const second = await read(anna, `?journey=${id}&limit=1&after=${first.next}`);
    expect(second).toEqual({ items: [all[1]] });
    expect(await anna.put(`/v1/messages/${all[0]!.id}/read`)).toMatchObject({ status: 204 });
    expect(await anna.put(`/v1/messages/${all[0]!.id}/read`)).toMatchObject({ status: 204 });
    expect((await inJourney(anna, id)).map(({ unread }) => unread)).toEqual([false, true]);
    expect((await read(anna, `?journey=${id}&unread=true`)).items.map(({ id: one }) => one)).toEqual([
      all[1]!.id,
    ]);
  });

  it('is in the language that the person wished for when it was delivered', async () => {
    expect((await clara.get('/v1/settings')).body).toEqual({ language: 'da' });
    problem(await clara.put('/v1/settings', { language: 'sv' }), 422, 'invalid');
    expect((await bo.put('/v1/settings', { language: 'en' })).body).toEqual({ language: 'en' });
    const id = await declare();
    await becomes(bo, id, 'delivered');
    await bo.put('/v1/settings', { language: 'da' });
    const [message] = await inJourney(bo, id);
    expect(message).toMatchObject({
      language: 'en',
      subject: 'Do you agree?',
      body: 'Your partner wishes for Thursday 24 December 2026.',
    });
    expect(letterbox(BO, id)[0]!.input).toMatchObject({ language: 'en', subject: 'Do you agree?' });
  });

  it('is delivered whatever becomes of the journey', async () => {
    knobs({ outage: true });
    const cancelled = await declare();
    const done = await declare();
    await bo.submit(done, 'asking', 'agree', {});
    await anna.post(`/v1/journeys/${cancelled}/cancellation`);
    await until(async () => (await anna.journey(cancelled)).status === 'cancelled', 'the cancellation');
    expect((await anna.journey(done)).status).toBe('done');
    expect(await inJourney(bo, cancelled)).toMatchObject([{ status: 'sent' }]);
    const { body } = await anna.get(`/v1/journeys/${cancelled}`);
    expect(JSON.stringify(body)).not.toContain('digitalPost');
    knobs({});
    const ops = await system.signedIn('ops');
    await ops.post('/v1/ops/authorities/digitalPost/resume', { reason: 'it is back' });
    expect(await becomes(anna, cancelled, 'delivered')).toHaveLength(1);
    expect(await becomes(anna, done, 'delivered')).toHaveLength(2);
    for (const journey of [cancelled, done]) {
      await becomes(bo, journey, 'delivered');
      const keys = post()
        .ledger.entries({ service: DELIVER, journey })
        .filter(({ kind }) => kind === 'effect')
        .map(({ key }) => key);
      expect(keys).toHaveLength(journey === done ? 3 : 2);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('says how a letter went to one who is exempt, and when it counts as received', async () => {
    post().people.answer('readMailbox', BO, { exempt: true });
    post().people.answer('deliver', BO, { deliveredOn: '2026-12-01' });
    const id = await declare();
    expect(await becomes(bo, id, 'delivered')).toMatchObject([{ way: 'letter', receivedOn: '2026-12-09' }]);
    post().people.answer('deliver', BO, {});
  });

  it('says what could not be delivered, and ops see it', async () => {
    post().people.refuse(BO, ['undeliverable']);
    const id = await declare();
    expect(await becomes(bo, id, 'returned')).toMatchObject([
      { returnedBecause: 'The letter could not be delivered at the address and has come back.' },
    ]);
    await becomes(anna, id, 'delivered');
    const ops = await system.signedIn('ops');
    const { body } = await ops.get(`/v1/ops/dispatches?journey=${id}&service=${DELIVER}&status=refused`);
    expect((body as { items: unknown[] }).items).toMatchObject([{ service: DELIVER, status: 'refused' }]);
    expect(system.log.join('\n')).toContain('message-returned');
    // The journey goes on.
    await bo.submit(id, 'asking', 'agree', {});
    expect((await anna.journey(id)).status).toBe('done');
  });

  it('knows when a letter comes back later', async () => {
    const id = await declare();
    await becomes(bo, id, 'delivered');
    const { key } = letterbox(BO, id)[0]!.entry;
    const path = `/v1/callbacks/${key}`;
    const back = JSON.stringify({ outcome: 'refused', refusal: { code: 'undeliverable' } });
    const reply = await system.anonymous().post(path, back, system.signed('digitalPost', path, back));
    expect(reply.body).toEqual({ result: 'settled' });
    expect(await inJourney(bo, id)).toMatchObject([{ status: 'returned' }]);
  });

  it('is mended by ops like any other dispatch', async () => {
    knobs({ hold: true });
    const id = await declare();
    const ops = await system.signedIn('ops');
    const open = () =>
      until(async () => {
        const { body } = await ops.get(`/v1/ops/dispatches?journey=${id}&status=accepted`);
        const { items } = body as { items: readonly { readonly id: string }[] };
        return items.length === 2 ? items.map(dispatch => dispatch.id) : undefined;
      }, 'both deliveries to be accepted');
    const [first, second] = await open();
    expect((await ops.get(`/v1/ops/dispatches/${first}/skip`)).body).toMatchObject({
      status: 'active',
      asked: [],
    });
    expect(await ops.post(`/v1/ops/dispatches/${first}/skip`, { reason: 'told by telephone' })).toMatchObject(
      {
        status: 204,
      },
    );
    const answer = { message: 'DP-1', channel: 'digital', deliveredOn: '2026-12-01' };
    const resolved = await ops.post(`/v1/ops/dispatches/${second}/resolve`, { answer, reason: 'seen there' });
    expect(resolved).toMatchObject({ status: 204 });
    const statuses = [...(await inJourney(anna, id)), ...(await inJourney(bo, id))].map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual(['delivered', 'returned']);
    problem(
      await ops.post(`/v1/ops/dispatches/${second}/skip`, { reason: 'once more' }),
      409,
      'not-settleable',
    );
  });

  it('has its deliveries among what has been given to authorities, each for its recipient', async () => {
    const id = await declare();
    await becomes(bo, id, 'delivered');
    await becomes(anna, id, 'delivered');
    for (const client of [anna, bo]) {
      const { body } = await client.get(`/v1/disclosures?journey=${id}`);
      const { items } = body as { items: readonly { readonly service: string }[] };
      expect(items).toMatchObject([{ service: DELIVER, authority: 'digitalPost', aboutYou: true }]);
    }
  });
});
