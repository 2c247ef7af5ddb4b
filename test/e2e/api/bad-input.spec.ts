import { randomUUID } from 'node:crypto';
import { type JourneyDocument } from '../../../apps/api/src/citizen/journey-document.js';
import { type Client, problem, type Reply } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

describe('what citizens send that is not right', () => {
  let system: System;
  let anna: Client;
  let eva: Client;
  let journey: JourneyDocument;
  let path: string;
  let task: string;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen('6110851234');
    eva = await system.citizen('7105903456');
  }, STARTING);

  beforeEach(async () => {
    journey = await anna.start();
    path = `/v1/journeys/${journey.id}`;
    task = `${path}/tasks/declareMove`;
  });

  // Whatever was sent, nothing of the journey has changed.
  afterEach(async () => {
    expect(await anna.journey(journey.id)).toEqual(journey);
  });

  afterAll(() => system?.close());

  const submit = (data: unknown, headers?: Record<string, string>): Promise<Reply> =>
    anna.post(task, { event: 'submit', data }, headers);
  const move = { address: ADDRESS, date: '2026-12-01' };

  describe('things that are not there', () => {
    it('unknown definition', async () => {
      problem(await anna.post('/v1/journeys', { definition: 'emigrating' }), 404, 'unknown-definition');
      problem(await anna.get('/v1/definitions/emigrating'), 404, 'unknown-definition');
    });

    it.each([
      ['an id that was never given out', randomUUID()],
      ['no id at all', 'nonsense'],
      ['a quoted injection', "'%3B%20drop%20table%20journey%3B--"],
    ])('unknown journey: %s', async (_, id) => {
      const unknown = `/v1/journeys/${id}`;
      problem(await anna.get(unknown), 404, 'unknown-journey');
      problem(await anna.get(`${unknown}/cancellation`), 404, 'unknown-journey');
      problem(await anna.post(`${unknown}/cancellation`), 404, 'unknown-journey');
      problem(await anna.get(`${unknown}/stream`), 404, 'unknown-journey');
      problem(
        await anna.post(`${unknown}/tasks/declareMove`, { event: 'submit', data: move }),
        404,
        'unknown-journey',
      );
    });

    it('unknown task', async () => {
      problem(await anna.post(`${path}/tasks/underWay.wash`, { event: 'submit' }), 404, 'unknown-task');
    });
  });

  describe("another person's journey", () => {
    it('answers to the letter as one that does not exist', async () => {
      const other = problem(await eva.get(path), 404, 'unknown-journey');
      const id = randomUUID();
      const none = problem(await eva.get(`/v1/journeys/${id}`), 404, 'unknown-journey');
      const letters = (document: object, journeyId: string) =>
        JSON.stringify({ ...document, instance: '' }).replaceAll(journeyId, '');
      expect(letters(other, journey.id)).toBe(letters(none, id));
    });

    it('is closed in every other way', async () => {
      const draft = `${task}/draft`;
      problem(await eva.get(`${path}/cancellation`), 404, 'unknown-journey');
      problem(await eva.post(`${path}/cancellation`), 404, 'unknown-journey');
      problem(await eva.get(`${path}/stream`), 404, 'unknown-journey');
      problem(await eva.post(task, { event: 'submit', data: move }), 404, 'unknown-journey');
      problem(await eva.get(draft), 404, 'unknown-journey');
      problem(await eva.put(draft, { data: {} }), 404, 'unknown-journey');
      expect((await eva.get('/v1/journeys')).body).toEqual({ items: [] });
    });
  });

  describe('events that are not offered', () => {
    it('by the task', async () => {
      problem(await anna.post(task, { event: 'agree', data: {} }), 409, 'not-offered');
      problem(await anna.post(task, { event: 'constructor', data: {} }), 409, 'not-offered');
    });

    it('because the task is not open', async () => {
      problem(
        await anna.post(`${path}/tasks/underWay.doctor.choosing`, { event: 'keep' }),
        409,
        'not-offered',
      );
    });

    it('to somebody in another role', async () => {
      problem(await anna.post(`${path}/tasks/partnerConsent`, { event: 'decline' }), 403, 'not-your-role');
    });

    it("because they are an authority's to send", async () => {
      problem(await anna.post(task, { event: 'cpr.moveRegistered', data: {} }), 422, 'invalid');
    });
  });

  describe('data that does not fit the form', () => {
    const errorsOf = async (data: unknown) =>
      problem(await submit(data), 422, 'invalid').errors?.map(({ pointer, code }) => `${pointer} ${code}`);

    it('missing and extra fields', async () => {
      expect(await errorsOf({ address: ADDRESS, colour: 'red' })).toEqual(
        expect.arrayContaining(['#/data/date required', '#/data/colour additionalProperties']),
      );
      expect(await errorsOf({})).toEqual(
        expect.arrayContaining(['#/data/address required', '#/data/date required']),
      );
      expect((await anna.post(task, { event: 'submit' })).status).toBe(422);
    });

    it('mistyped fields', async () => {
      expect(await errorsOf({ address: 7, date: 'soon' })).toEqual(
        expect.arrayContaining(['#/data/address type', '#/data/date format']),
      );
      expect(await errorsOf({ address: ['x'], date: { $ne: null } })).toEqual(
        expect.arrayContaining(['#/data/address type', '#/data/date type']),
      );
    });

    it('oversized fields', async () => {
      expect(await errorsOf({ ...move, address: 'x'.repeat(65) })).toEqual(['#/data/address maxLength']);
    });

    it.each(['010190', '9999999999', '6110851234; drop', 'aaaaaaaaaa'])(
      'no CPR number: %p',
      async partner => {
        expect(await errorsOf({ ...move, partner })).toEqual(['#/data/partner cpr']);
      },
    );

    it('a person id where a CPR number belongs', async () => {
      expect(await errorsOf({ ...move, partner: randomUUID() })).toEqual(['#/data/partner cpr']);
    });

    it('says so in the language of the reader', async () => {
      const reply = await submit({ address: ADDRESS }, { 'accept-language': 'da-DK,da;q=0.9,en;q=0.1' });
      expect(reply.headers.get('content-language')).toBe('da');
      expect(problem(reply, 422, 'invalid')).toMatchObject({
        title: 'Ikke udfyldt korrekt',
        errors: [{ pointer: '#/data/date', detail: 'Flyttedag: Skriv en dato, f.eks. 27. marts 2027.' }],
      });
    });
  });

  describe('headers', () => {
    it('a stale If-Match', async () => {
      const other = await anna.start();
      const { headers } = await anna.get(`/v1/journeys/${other.id}`);
      const etag = String(headers.get('etag'));
      await anna.submit(other.id, 'declareMove', 'submit', move);
      const second = `/v1/journeys/${other.id}/tasks/underWay.doctor.choosing`;
      problem(await anna.post(second, { event: 'keep' }, { 'if-match': etag }), 412, 'stale');
      problem(
        await anna.post(`/v1/journeys/${other.id}/cancellation`, undefined, { 'if-match': etag }),
        412,
        'stale',
      );
    });

    it('If-Match of nobody', async () => {
      problem(await submit(move, { 'if-match': '"abc"' }), 412, 'stale');
    });

    it.each(['x', '-1', '1.5'])('Last-Event-ID: %s', async id => {
      problem(await anna.get(`${path}/stream`, { 'last-event-id': id }), 400, 'malformed-header');
    });
  });

  describe('idempotency keys', () => {
    it('start one journey, however often they are sent, and only with the same request', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const [first, second] = await Promise.all([
        anna.post('/v1/journeys', { definition: 'relocating' }, key),
        anna.post('/v1/journeys', { definition: 'relocating' }, key),
      ]);
      expect([first.status, second.status].sort()).toEqual([200, 201]);
      expect(first.headers.get('location')).toBe(second.headers.get('location'));
      expect(first.body).toEqual(second.body);
      problem(await anna.post('/v1/journeys', { definition: 'moving' }, key), 409, 'key-reused');
      // Keys are each caller's own.
      expect((await eva.post('/v1/journeys', { definition: 'relocating' }, key)).status).toBe(201);
    });

    it('do a task once, and only with the same data', async () => {
      const { id } = await anna.start();
      const at = `/v1/journeys/${id}/tasks/declareMove`;
      const key = { 'idempotency-key': 'once' };
      const body = { event: 'submit', data: { ...move, partner: '6204862345' } };
      const first = await anna.post(at, body, key);
      expect(first.status).toBe(200);
      const again = await anna.post(
        at,
        { data: { partner: '620486-2345', date: move.date, address: ADDRESS }, event: 'submit' },
        key,
      );
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
      problem(await anna.post(at, { ...body, data: move }, key), 409, 'key-reused');
    });
  });

  it('conditional reading: 304 while the journey is as it was', async () => {
    const first = await anna.get(path);
    const etag = String(first.headers.get('etag'));
    expect(etag).toMatch(/^"[\w-]{22}\.[\w-]{12}"$/);
    const fresh = await anna.get(path, { 'if-none-match': etag });
    expect([fresh.status, fresh.text]).toEqual([304, '']);
    expect((await anna.get(path, { 'if-none-match': etag, 'accept-language': 'da' })).status).toBe(200);
    expect((await anna.get(path, { 'if-none-match': '"0"' })).status).toBe(200);
  });
});
