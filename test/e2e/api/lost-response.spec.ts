import pg from 'pg';
import { type JournalKind } from '#runtime';
import { TcpProxy, until } from '../../support/index.js';
import { Client, problem, type Reply } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const MOVE = { address: '0a3f50b8-5c1e-32b8-e044-0003ba298018' };

describe('a request that was done, and whose response was lost', () => {
  let system: System;
  let anna: Client;
  let network: TcpProxy;
  let farAway: Client;
  let postgres: pg.Client;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen('6110851234');
    network = await TcpProxy.to(system.api);
    farAway = new Client(network.before(system.api), anna.token);
    postgres = new pg.Client({ connectionString: system.databaseUrl });
    await postgres.connect();
  }, STARTING);

  afterAll(async () => {
    await postgres?.end();
    await network?.close();
    await system?.close();
  });

  const kinds = async (journey: string) =>
    (await system.assembly.journeys.journal(journey)).map(({ kind }) => kind);

  /** The commit waits until nothing passes back any more. */
  async function lose(journey: string, done: JournalKind, send: (client: Client) => Promise<Reply>) {
    await postgres.query('begin; lock table journey in exclusive mode');
    const lost = send(farAway).then(
      ({ status }) => `answered ${status}`,
      () => 'lost',
    );
    await until(async () => {
      const { rows } = await postgres.query(
        `select from pg_locks where not granted and relation = 'journey'::regclass`,
      );
      return rows.length > 0;
    }, 'the request to be at its commit');
    network.swallow();
    await postgres.query('rollback');
    await until(async () => (await kinds(journey)).includes(done), `${journey} to be ${done}`);
    network.drop();
    expect(await lost).toBe('lost');
    network.mend();
  }

  it('is answered when a cancellation comes again with its key: cancelled once', async () => {
    const { id } = await anna.start();
    const date = system.day();
    system.simulated('cpr').knobs.set({ hold: true });
    await anna.submit(id, 'declareMove', 'submit', { ...MOVE, date });
    const path = `/v1/journeys/${id}/cancellation`;
    const etag = String((await anna.get(`/v1/journeys/${id}`)).headers.get('etag'));
    const headers = { 'idempotency-key': 'cancels', 'if-match': etag };
    const send = (client: Client) => client.post(path, undefined, headers);
    await lose(id, 'cancelled', send);

    const again = await send(farAway);
    expect(again.status).toBe(200);
    expect(['cancelling', 'cancelled']).toContain((again.body as { status: string }).status);
    await until(async () => (await anna.journey(id)).status === 'cancelled', 'everything to be undone');
    const over = await send(anna);
    expect(over.status).toBe(200);
    expect(over.body).toEqual(await anna.journey(id));
    expect((await send(anna)).body).toEqual(over.body);
    expect((await kinds(id)).filter(kind => kind === 'cancelled')).toHaveLength(1);

    const entries = system.simulated('cpr').ledger.entries({ journey: id });
    expect(entries?.filter(({ kind }) => kind === 'compensation')).toHaveLength(1);
    problem(await anna.post(path), 409, 'journey-ended');
    problem(await anna.post(path, undefined, { 'idempotency-key': 'another' }), 409, 'journey-ended');
  });

  it('is answered when a task comes again with its key: done once', async () => {
    const { id } = await anna.start();
    const date = system.day();
    const path = `/v1/journeys/${id}/tasks/declareMove`;
    const key = { 'idempotency-key': 'declares' };
    const send = (client: Client) => client.post(path, { event: 'submit', data: { ...MOVE, date } }, key);
    await lose(id, 'submitted', send);
    expect((await send(farAway)).status).toBe(200);
    expect((await kinds(id)).filter(kind => kind === 'submitted')).toHaveLength(1);

    // A key names one request, also when another is asked for.
    const cancel = await anna.post(`/v1/journeys/${id}/cancellation`, undefined, key);
    problem(cancel, 409, 'key-reused');
    expect((await anna.journey(id)).status).toBe('active');
  });
});
