import { Ajv2020 } from 'ajv/dist/2020.js';
import { type JsonObject } from '#statechart';
import { type ProblemDocument } from '../../../apps/api/src/problem/problem-document.js';
import { until } from '../../support/index.js';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

describe('a journey over REST', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let date: string;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen(ANNA);
    bo = await system.citizen(BO);
    date = system.day();
  }, STARTING);

  afterAll(() => system?.close());

  it('tells what starting it means: what is asked, what is disclosed to whom and why, how long it takes', async () => {
    const list = await system.anonymous().get('/v1/definitions');
    expect(list.body).toMatchObject({
      items: [{ id: 'relocating', title: 'Relocating', estimatedDuration: 'P6W' }],
    });
    const one = await system.anonymous().get('/v1/definitions/relocating', { 'accept-language': 'da' });
    expect(one.headers.get('content-language')).toBe('da');
    expect(one.body).toMatchObject({
      title: 'Fraflytning',
      cancellable: true,
      tasks: expect.arrayContaining([
        expect.objectContaining({ task: 'declareMove', role: 'applicant', due: 'P30D' }),
      ]),
      disclosures: [
        {
          service: 'cpr.registerMove',
          authority: 'cpr',
          tier: 'state',
          categories: ['address', 'housing', 'identity'],
          ground: 'CPR-loven § 12',
          gdpr: '6(1)(e)',
          maximumTime: 'P10D',
          undoable: true,
        },
        {
          service: 'doctorChoice.chooseDoctor',
          tier: 'regional',
          categories: ['address', 'health', 'identity'],
        },
      ],
    });
  });

  it('shows the schema that a submission must fit, and names the fields that do not by their labels', async () => {
    const { id: journey } = await anna.start();
    const { tasks } = await anna.journey(journey);
    const { schema, texts } = tasks[0]!.form as unknown as { schema: JsonObject; texts: object };
    expect(texts).toMatchObject({ pages: ['Where and when', 'Who', 'Papers'] });
    expect(schema).toMatchObject({
      'x-pages': [
        ['address', 'date'],
        ['partner', 'pets', 'animals'],
        ['lease', 'papers'],
      ],
      properties: { animals: { maximum: 3 } },
    });
    // What any client makes of it.
    const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const said = { address: ADDRESS, date };
    const sent: [JsonObject, boolean][] = [
      [{ ...said, animals: 2 }, false],
      [{ ...said, pets: true }, false],
      [{ ...said, pets: true, animals: 4 }, false],
      [{ ...said, pets: true, animals: 2 }, true],
    ];
    for (const [data, isFit] of sent) {
      expect(fits(data)).toBe(isFit);
      const { status } = await anna.post(`/v1/journeys/${journey}/tasks/declareMove`, {
        event: 'submit',
        data,
      });
      expect(status).toBe(isFit ? 200 : 422);
    }
    const { id: other } = await anna.start();
    const refused = await anna.post(
      `/v1/journeys/${other}/tasks/declareMove`,
      { event: 'submit', data: { ...said, animals: 2 } },
      { 'accept-language': 'da' },
    );
    expect(refused.body).toMatchObject({
      errors: [{ pointer: '#/data/animals', code: 'notAsked', label: 'Hvor mange dyr' }],
    });
  });

  it('goes from start to end, with a partner, a later answer and a register event', async () => {
    const started = await anna.post('/v1/journeys', { definition: 'relocating' });
    expect(started.status).toBe(201);
    const journey = started.body as { id: string };
    const path = `/v1/journeys/${journey.id}`;
    expect(started.headers.get('location')).toBe(path);
    expect(started.body).toMatchObject({
      status: 'active',
      version: expect.stringMatching(/^[\w-]{22}$/),
      roles: ['applicant'],
      states: [{ path: 'declareMove', text: 'Tell us where and when you move' }],
      tasks: [
        {
          task: 'declareMove',
          title: 'Report your move',
          events: [{ event: 'submit', label: 'Send', withData: true }],
          form: { name: 'move', texts: { fields: { partner: { label: 'CPR number of your partner' } } } },
          due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
        },
      ],
      expectedEnd: expect.stringMatching(/Z$/),
      cancellable: true,
    });

    const etag = String(started.headers.get('etag'));
    const submitted = await anna.post(
      `${path}/tasks/declareMove`,
      { event: 'submit', data: { address: ADDRESS, date, partner: BO } },
      { 'if-match': etag },
    );
    expect(submitted.status).toBe(200);
    expect(submitted.body).toMatchObject({
      tasks: [],
      others: [{ task: 'partnerConsent', role: 'partner' }],
    });
    expect(submitted.headers.get('etag')).not.toBe(etag);

    expect((await bo.get('/v1/journeys')).body).toMatchObject({
      items: [{ id: journey.id, roles: ['partner'], title: 'Relocating' }],
    });
    const asked = await bo.journey(journey.id);
    expect(asked.tasks).toMatchObject([{ task: 'partnerConsent', prefill: { date } }]);
    // What was between the system and Anna alone is not Bo's to see.
    expect(asked.happened.flatMap(({ left }) => left.map(state => state.path))).not.toContain('declareMove');

    system.simulated('cpr').knobs.set({ hold: true });
    await bo.submit(journey.id, 'partnerConsent', 'agree', { date });
    const waiting = await untilAccepted(anna, journey.id);
    expect(waiting.authorities).toMatchObject([
      {
        service: 'cpr.registerMove',
        text: 'The Civil Registration System (CPR) registers your move',
        authorityName: 'the Civil Registration System (CPR)',
        tier: 'state',
        stage: 'accepted',
        due: expect.any(String),
      },
    ]);

    await anna.submit(journey.id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });
    await anna.reaches(journey.id, 'underWay.doctor.settled');
    system.authorities.simulations.lateAnswers.release('cpr', undefined);
    const registered = await anna.reaches(journey.id, 'underWay.population.awaited');
    expect(registered.awaited).toMatchObject([
      { event: 'cpr.moveRegistered', text: 'A move was registered' },
    ]);

    const moved = { person: ANNA, address: ADDRESS, municipality: '0751', movedOn: date };
    const event = system.assembly.catalogue.registerEvent('cpr.moveRegistered');
    await system.authorities.simulations.report(event!, moved, { twice: true }).delivery;
    const done = await anna.journey(journey.id);
    expect(done).toMatchObject({ status: 'done', tasks: [], authorities: [], cancellable: false });
    const kinds = done.happened.map(({ kind, by }) => `${kind} by ${by}`);
    expect(kinds).toEqual([
      'started by you',
      'submitted by you',
      'submitted by participant',
      'submitted by you',
      'answered by authority',
      'answered by authority',
      'reported by authority',
    ]);
    expect(done.happened.map(({ text }) => text)).toContain(
      'What we asked for is done: “The Civil Registration System (CPR) registers your move”.',
    );
    const { items } = await anna.read<{ items: readonly object[] }>(`${path}/answers`);
    expect(items).toMatchObject([
      { task: 'underWay.doctor.choosing', label: 'Change doctor', fields: [{ value: '040215' }] },
      {
        task: 'declareMove',
        receipt: expect.stringContaining(done.reference),
        fields: expect.arrayContaining([
          { name: 'partner', label: 'CPR number of your partner', value: 'Person born 2 April 1986' },
        ]),
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(BO);
    expect((await bo.get(`${path}/answers`)).body).toMatchObject({ items: [{ task: 'partnerConsent' }] });
    for (const id of ['cpr', 'doctorChoice']) {
      const entries = system.authorities.simulations
        .authority(id)
        ?.parts.ledger.entries({ journey: journey.id });
      expect(entries).toHaveLength(1);
    }
  });

  it('is cancelled: says first what that undoes, and undoes it', async () => {
    const { id } = await anna.start();
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    await anna.submit(id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });
    await anna.reaches(id, 'underWay.doctor.settled');
    const preview = await anna.get(`/v1/journeys/${id}/cancellation`);
    expect(preview.body).toMatchObject({
      undone: expect.arrayContaining([
        {
          service: 'doctorChoice.restoreDoctor',
          text: 'The region (choice of doctor) restores your former doctor',
          authorityName: expect.any(String),
        },
      ]),
    });
    const cancelled = await anna.post(`/v1/journeys/${id}/cancellation`);
    expect(cancelled.status).toBe(200);
    expect(['cancelling', 'cancelled']).toContain((cancelled.body as { status: string }).status);
    const over = await until(async () => {
      const journey = await anna.journey(id);
      return journey.status === 'cancelled' ? journey : undefined;
    }, 'the journey to be cancelled');
    expect(over.happened.map(({ kind }) => kind)).toContain('undone');
  });

  it('says what would be refused before it is sent, and sends nothing', async () => {
    const { id, version } = await anna.start();
    const task = `/v1/journeys/${id}/tasks/declareMove`;
    const wrong = { event: 'submit', data: { date: 'soon' } };
    const errors = async (path: string) => {
      const { status, body } = await anna.post(path, wrong);
      return { status, errors: (body as ProblemDocument).errors };
    };
    const refused = await errors(`${task}/check`);
    expect(refused).toMatchObject({ status: 422, errors: expect.anything() });
    expect(refused).toEqual(await errors(task));
    const right = { event: 'submit', data: { address: ADDRESS, date } };
    expect((await anna.post(`${task}/check`, right)).status).toBe(204);
    expect((await anna.journey(id)).version).toBe(version);
  });

  it('keeps a draft, which only its author reads, as they wrote it', async () => {
    const { id } = await anna.start();
    const path = `/v1/journeys/${id}/tasks/declareMove/draft`;
    expect((await anna.get(path)).body).toEqual({ data: {} });
    const data = { address: 'half an addr', partner: '620486-2345' };
    expect((await anna.put(path, { data })).status).toBe(204);
    expect((await anna.get(path)).body).toEqual({ data, savedAt: expect.any(String) });
    const unfinished = { partner: '6204' };
    await anna.put(path, { data: unfinished });
    expect((await anna.get(path)).body).toEqual({ data: unfinished, savedAt: expect.any(String) });
    expect((await bo.get(path)).status).toBe(404);
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    expect((await anna.get(path)).status).toBe(409);
  });

  async function untilAccepted(client: Client, id: string) {
    return until(async () => {
      const journey = await client.journey(id);
      return journey.authorities.some(({ stage }) => stage === 'accepted') ? journey : undefined;
    }, 'CPR to accept the move');
  }
});
