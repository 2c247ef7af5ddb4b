import pg from 'pg';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

type Sent = [text: string | pg.QueryConfig, values?: unknown[]];

describe('what a request costs in Postgres', () => {
  let system: System;
  let anna: Client;
  let journey: string;
  let date: string;
  const sent: Sent[] = [];
  const { query } = pg.Client.prototype;

  beforeAll(async () => {
    pg.Client.prototype.query = function (this: pg.Client, ...asked: Sent) {
      sent.push(asked);
      return (query as (...asked: Sent) => unknown).apply(this, asked);
    } as typeof query;
    system = await startSystem();
    anna = await system.citizen(ANNA);
    date = system.day();
  }, STARTING);
  afterAll(async () => {
    pg.Client.prototype.query = query;
    await system?.close();
  });
  beforeEach(async () => {
    ({ id: journey } = (await anna.post('/v1/journeys', { definition: 'relocating' })).body as {
      id: string;
    });
    sent.length = 0;
  });

  /** Statements about the journey, in order; what the worker and the relay ask about others is left out. */
  const statements = (): string[] =>
    sent.flatMap(([asked, given = []]) => {
      const {
        name,
        text,
        values = given,
      } = typeof asked === 'string' ? { name: '', text: asked, values: given } : asked;
      if (!JSON.stringify(values).includes(journey)) return [];
      return name?.startsWith('commit') ? 'commit' : name || text;
    });

  it('is one write and one read for a task', async () => {
    const data = { date, address: ADDRESS, partner: BO };
    const done = await anna.post(`/v1/journeys/${journey}/tasks/declareMove`, { event: 'submit', data });
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ tasks: [], others: [{ task: 'partnerConsent' }] });
    expect(statements()).toEqual(['commit', 'view rows']);
  });

  it('is one read more for a task with an Idempotency-Key: whether it has been done', async () => {
    const data = { date, address: ADDRESS, partner: BO };
    const path = `/v1/journeys/${journey}/tasks/declareMove`;
    const key = { 'idempotency-key': 'declared' };
    expect((await anna.post(path, { event: 'submit', data }, key)).status).toBe(200);
    expect(statements()).toEqual(['entries', 'commit', 'view rows']);
  });

  it('is two reads for a journey, however much is going on in it', async () => {
    expect((await anna.get(`/v1/journeys/${journey}`)).status).toBe(200);
    expect(statements()).toEqual(['journeys', 'view rows']);
  });

  it('is two reads for a page of what has happened', async () => {
    expect((await anna.get(`/v1/journeys/${journey}/happened`)).status).toBe(200);
    expect(statements()).toEqual(['journeys', 'view rows']);
  });

  it('is two reads for an overview of all journeys, besides which those are', async () => {
    const { id: another } = await anna.start();
    sent.length = 0;
    const { journeys } = await anna.read<{ readonly journeys: readonly { readonly id: string }[] }>(
      '/v1/overview',
    );
    expect(journeys.map(({ id }) => id)).toEqual(expect.arrayContaining([journey, another]));
    expect(statements()).toEqual(['journeys', 'overview rows']);
    const reads = sent.filter(([asked]) => typeof asked === 'object' && asked.name === 'overview rows');
    expect(reads).toHaveLength(1);
  });
});
