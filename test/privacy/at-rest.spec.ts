import { dateAt } from '#calendar';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { Client } from '../e2e/api/client.js';
import { dispatchesOf } from '../faults/audit.js';
import { startWorld, type World } from '../faults/world.js';
import { describeWithRedis, type OurProcess, rowsFrom, until } from '../support/index.js';
import { CarelessAuthorities } from './careless-authorities.js';
import { databaseFiles, redisFiles, redisTalk, tables } from './media.js';
import { type Medium, search } from './search.js';

const PATIENCE = 120_000;
const ANNA = '6703914719';
const FRIEND = '6805923825';
const GUARDIAN = '6906934921';
const WRITTEN = { anna: '670391-4719', friend: '680592-3825', guardian: '690693-4921' };
const NAME = 'Xerxine Grævlingeholm';
const ADDRESS = 'Kvistløvsstien 4711, Ømdal';
const DOCTOR = 'Lægehuset Zobelporten';
const NOTE = 'Jeg er så ked af det, at jeg næppe kan pakke';
const DRAFT = 'halvfærdig tanke om skilsmissen';
const FILE = 'lejekontrakt-med-kæresten-Zenobie.pdf';
const CONTENT = 'Depositum betalt af svigermor Quirine ';
/** Why ops step in: it stays readable, and they are told to write nothing personal; a number that slips in is struck out. */
const WHY = `ringet til ${WRITTEN.anna} og aftalt`;
/** Said by authorities that break their contract. */
const SLIPPED = 'Qvistgaardsslip om en diagnose';
/** Sent where nothing personal belongs, by somebody who does not know. */
const MISPLACED = 'hjertemedicinen-fra-apoteket';

const PERSONAL = [
  ANNA,
  FRIEND,
  GUARDIAN,
  ...Object.values(WRITTEN),
  NAME,
  ADDRESS,
  DOCTOR,
  NOTE,
  DRAFT,
  FILE,
  CONTENT,
  encodeURIComponent(FILE),
  SLIPPED,
  MISPLACED,
];
const MOVED = { address: ADDRESS, date: dateAt(Date.now()), doctor: DOCTOR, note: NOTE };

/** Each breaks the contract of its authority in a way of its own. */
const SLIPS = new CarelessAuthorities([
  { path: '/kommune/waste-services', status: 500, type: 'text/html', body: `<p>${SLIPPED} ${ANNA}` },
  {
    path: '/doctorChoice/choices',
    status: 422,
    type: 'application/problem+json',
    body: JSON.stringify({ title: SLIPPED, detail: `${NAME}, ${ANNA}`, code: MISPLACED }),
  },
  {
    path: '/skat/preliminary-taxes',
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ taxRate: SLIPPED, [SLIPPED]: NAME, [ANNA]: ADDRESS }),
  },
  {
    path: '/cpr/moves',
    status: 422,
    type: 'application/problem+json',
    body: JSON.stringify({ title: SLIPPED, detail: `${SLIPPED} ${ADDRESS}`, code: 'unknownAddress' }),
  },
  { path: '/digitalPost/messages', status: 200, type: 'application/json', body: `{"${SLIPPED}": ${ANNA}` },
]);

describeWithRedis('what is personal', () => {
  const since = Date.now();
  const log: string[] = [];
  let world: World;
  let api: { process: OurProcess; address: string };
  let worker: { process: OurProcess; address: string };
  let talk: Awaited<ReturnType<typeof redisTalk>>;
  let anna: Client;
  let ops: Client;
  let journey: string;
  let media: readonly Medium[];
  const metrics: Medium[] = [];

  beforeAll(async () => {
    world = await startWorld({ log: line => void log.push(line), before: url => SLIPS.listen(url) });
    talk = await redisTalk(world.redis.url);
    [api, worker] = await Promise.all([
      world.startProcess('apps/api/src/main.js'),
      world.startProcess('apps/worker/src/main.js'),
    ]);
    anna = await world.signedIn({ cpr: ANNA }, api.address);
    ops = await world.signedIn({ cpr: FRIEND, roles: ['ops'] }, api.address);
    const { simulations } = world.authorities;
    simulations
      .authority('cpr')
      ?.parts.people.answer('readPerson', ANNA, { fullName: NAME, addressText: ADDRESS });

    ({ id: journey } = await anna.start('errands'));
    await anna.put(`/v1/journeys/${journey}/tasks/declare/draft`, {
      data: { note: DRAFT, friend: WRITTEN.friend },
    });
    const lease = await attached(journey);
    await misplace();
    await anna.submit(journey, 'declare', 'submit', { ...MOVED, friend: WRITTEN.friend, lease });
    await settleWhatWasGivenUp();
    await until(async () => (await anna.journey(journey)).status === 'done', 'the journey to end', 60);
    await abandoned();
    await onBehalf();
    await plantOpenly();
    await collect();
  }, PATIENCE);

  afterAll(async () => {
    talk?.close();
    await world?.close();
  }, PATIENCE);

  /** Attaches a document, and gives its id. */
  async function attached(to: string): Promise<string> {
    const content = Uint8Array.from(Buffer.from(`%PDF-1.7\n${CONTENT.repeat(4_000)}`));
    const path = `/v1/journeys/${to}/tasks/declare/documents/lease`;
    const reply = await anna.attach(path, content, FILE);
    expect(reply.status).toBe(200);
    expect((await anna.attach(path, content, `2 ${FILE}`)).status).toBe(200);
    const refused = Uint8Array.from(Buffer.from(`${CONTENT} ${NAME}`));
    expect((await anna.attach(path, refused, FILE)).status).toBe(422);
    return ((await anna.attach(path, content, FILE)).body as { id: string }).id;
  }

  /** Sends what does not fit, to where it does not belong. */
  async function misplace(): Promise<void> {
    const task = `/v1/journeys/${journey}/tasks/declare`;
    const data = { ...MOVED, [MISPLACED]: NAME, friend: 'not a number', note: { deep: NOTE } };
    const replies = [
      await anna.post(task, { event: 'submit', data }),
      await anna.post(task, { event: MISPLACED, data: MOVED }),
      await anna.post(task, `{"event":"submit","data":{"note":"${NOTE}" "${ANNA}`),
      await anna.post(task, { event: 'submit', data: { ...MOVED, note: NOTE.repeat(40_000) } }),
      await anna.post(task, { event: 'submit', data: MOVED }, { 'if-match': `"${ANNA}"` }),
      await anna.post(task, ANNA, { 'content-type': 'text/plain' }),
      await anna.post('/v1/journeys', { definition: MISPLACED, [NAME]: ANNA }),
      await anna.get(`/v1/journeys/${ANNA}`),
      await anna.get(`/v1/journeys/${journey}?q=${encodeURIComponent(NAME)}`),
      await anna.get(`/${ANNA}/${encodeURIComponent(ADDRESS)}`),
      await anna.post(`/v1/journeys/${journey}/tasks/${ANNA}`, { event: 'submit', data: MOVED }),
      await anna.get('/v1/journeys', { authorization: `Bearer ${MISPLACED}` }),
      await ops.get(`/v1/ops/journeys?state=${ANNA}&person=${MISPLACED}`),
    ];
    expect(replies.map(({ status }) => status).filter(status => status >= 500)).toEqual([]);
    const reply = { outcome: 'answered', answer: { registration: NAME, [SLIPPED]: ANNA } };
    await world.callBack(api.address, `${journey}-99`, reply).catch(() => undefined);
    await world.callBack(api.address, ANNA, reply).catch(() => undefined);
    // One who names a request by what it is about.
    const key = { 'idempotency-key': `${MISPLACED}-${ANNA}` };
    const named = await anna.post('/v1/journeys', { definition: 'errands' }, key);
    const { id } = named.body as { id: string };
    const submitted = await anna.post(
      `/v1/journeys/${id}/tasks/declare`,
      { event: 'submit', data: { ...MOVED, lease: await attached(id) } },
      key,
    );
    expect(submitted.status).toBe(200);
  }

  /** Ops see to each dispatch that was given up: resolve, skip, retry. */
  async function settleWhatWasGivenUp(): Promise<void> {
    const all = await world.assembly.stores.ops.journeys({});
    const parked = (service: string) =>
      until(
        async () =>
          (
            await dispatchesOf(
              world,
              all.map(found => found.journey),
            )
          ).find(found => found.service === service && found.status === 'parked'),
        `${service} to be given up`,
        60,
      );
    const path = (id: string, what: string) => `/v1/ops/dispatches/${id}/${what}`;
    const choice = await parked('doctorChoice.chooseDoctor');
    expect(choice.error?.code).toBe('request-rejected');
    const answer = {
      ...world.assembly.catalogue.service(choice.service)!.example.answer,
      doctorName: DOCTOR,
    };
    const broken = { reason: WHY, answer: { ...answer, from: SLIPPED, [SLIPPED]: ANNA } };
    expect((await ops.post(path(choice.id, 'resolve'), broken)).status).toBe(422);
    expect((await ops.post(path(choice.id, 'resolve'), { reason: WHY, answer })).status).toBe(204);
    const tax = await parked('skat.updatePreliminaryTax');
    expect(tax.error?.code).toBe('answer-breaks-contract');
    expect((await ops.post(path(tax.id, 'skip'), { reason: WHY })).status).toBe(204);
    const post = await parked('digitalPost.deliver');
    expect((await ops.post(path(post.id, 'retry'), { reason: WHY })).status).toBe(204);
    expect(SLIPS.left).toBe(0);
  }

  /** A draft that nobody sends, and a journey that is cancelled while it is under way. */
  async function abandoned(): Promise<void> {
    const { id } = await anna.start('errands');
    await attached(id);
    const draft = { data: { note: `${DRAFT} ${NOTE}`, address: ADDRESS, friend: FRIEND } };
    expect((await anna.put(`/v1/journeys/${id}/tasks/declare/draft`, draft)).status).toBe(204);
    const [cancelled = ''] = await world.errands(1, anna);
    expect((await anna.post(`/v1/journeys/${cancelled}/cancellation`)).status).toBe(200);
  }

  /** A guardian does for Anna what she could do herself, and tries it without leave, by her number. */
  async function onBehalf(): Promise<void> {
    const { persons } = world.assembly.stores;
    const guardian = await world.signedIn({ cpr: GUARDIAN }, api.address);
    const person = await persons.personOf(ANNA);
    const forAnna = { 'on-behalf-of': person };
    for (const unknown of [ANNA, WRITTEN.anna, person]) {
      expect((await guardian.get('/v1/journeys', { 'on-behalf-of': unknown })).status).toBe(403);
    }
    await appointed();
    const begun = await guardian.post('/v1/journeys', { definition: 'errands' }, forAnna);
    const task = `/v1/journeys/${(begun.body as { id: string }).id}/tasks/declare`;
    const draft = { data: { note: DRAFT, friend: WRITTEN.guardian } };
    expect((await guardian.put(`${task}/draft`, draft, forAnna)).status).toBe(204);
    const data = { ...MOVED, friend: WRITTEN.friend };
    const submitted = await guardian.post(task, { event: 'submit', data }, forAnna);
    expect(submitted.status).toBeLessThan(500);
    const held = await guardian.get('/v1/mandates');
    expect(held.body).toMatchObject({ held: [{ person, name: NAME, basis: 'guardian' }] });
    expect(held.text).not.toContain(ANNA);
    expect((await anna.get('/v1/mandates')).text).not.toContain(GUARDIAN);
  }

  /** The register reports who Anna's guardian is, and what she is called. */
  async function appointed(): Promise<void> {
    const data = { person: ANNA, name: NAME, guardian: GUARDIAN, from: '2025-03-03' };
    const type = 'cpr.guardianshipRegistered';
    const body = JSON.stringify({ specversion: '1.0', id: randomUUID(), type, data });
    const signed = { ...world.signed('cpr', '/v1/events', body), 'content-type': 'application/json' };
    expect((await new Client(api.address).post('/v1/events', body, signed)).status).toBe(202);
  }

  const OPEN = `offen-${randomUUID()}`;

  /** Puts a value openly where the search is to look, to see that it would find one. */
  async function plantOpenly(): Promise<void> {
    const url = world.environment['DATABASE_URL']!;
    await rowsFrom(url, 'create table scratch (plain text, packed bytea)');
    const packed = Buffer.from(`{"${OPEN}"}`).toString('base64');
    await rowsFrom(url, 'insert into scratch values ($1, $2)', [OPEN, packed]);
    const redis = new Redis(world.redis.url);
    await redis.set('scratch', OPEN);
    redis.disconnect();
    world.assembly.logger.trace({ OPEN }, 'planted');
  }

  async function collect(): Promise<void> {
    const url = world.environment['DATABASE_URL'] ?? '';
    // A scraper's own token is not set here: ops read the metrics, and the worker's are read where they are made.
    metrics.push({ name: 'metrics', bytes: Buffer.from((await ops.get('/metrics')).text) });
    metrics.push({ name: 'metrics here', bytes: Buffer.from(await world.assembly.metrics.text()) });
    media = [
      ...(await tables(url)),
      ...(await databaseFiles(url, since)),
      ...(await redisFiles(world.redis.url)),
      talk.medium(),
      { name: 'log of the api', bytes: Buffer.from(api.process.printed()) },
      { name: 'log of the worker', bytes: Buffer.from(worker.process.printed()) },
      { name: 'log here', bytes: Buffer.from(log.join('')) },
      ...metrics,
    ];
  }

  it('is there, for those whom it concerns', async () => {
    const record = await world.assembly.stores.journeys.load(journey);
    expect(JSON.stringify(record?.state)).toContain(NOTE);
    expect(JSON.stringify(record?.state)).toContain(NAME);
    const sent = (record!.state.chart.context.facts['errand'] as { lease: string }).lease;
    expect(await world.assembly.stores.documents.find(journey, sent)).toMatchObject({ name: FILE });
    const { ledger } = world.simulated('cpr');
    await until(
      () => ledger.entries().some(({ documents }) => documents?.length === 1),
      'CPR to fetch a document',
    );
    expect((await anna.get(`/v1/messages?journey=${journey}`)).text).toContain(NOTE);
  });

  it('would be found: in tables, files of the database and of Redis, logs and metrics', () => {
    const places = (text: string) => new Set(search(media, [text]).map(found => found.replace(/: .*/s, '')));
    expect(places(OPEN)).toContain('table public.scratch');
    expect([...places(OPEN)].filter(place => place.includes('/base/'))).not.toEqual([]);
    expect([...places(OPEN)].filter(place => place.includes('/pg_wal/'))).not.toEqual([]);
    expect([...places(OPEN)].filter(place => place.endsWith('.rdb'))).not.toEqual([]);
    expect([...places(OPEN)].filter(place => place.endsWith('.aof'))).not.toEqual([]);
    expect(places(OPEN)).toContain('log here');
    expect(places(OPEN)).toContain('talk with Redis');
    // What may be there is seen in the very bytes that are searched.
    expect(places(journey)).toContain('talk with Redis');
    expect(places(journey)).toContain('log of the api');
    expect(places('worker listens at')).toContain('log of the worker');
    expect(places('skat.updatePreliminaryTax')).toContain('table public.dispatch');
    for (const { name } of metrics) expect(places('overgang_journey_moves_total')).toContain(name);
  });

  it('is found nowhere', () => {
    expect(search(media, PERSONAL)).toEqual([]);
  });
});
