import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { until } from '../../support/index.js';
import { type Client, type Reply } from './client.js';
import { RawConnection } from './raw-connection.js';
import { STARTING, startSystem, type System } from './system.js';

const MOST = 20;
const MOVE = {
  event: 'submit',
  data: { address: '0a3f50b8-5c1e-32b8-e044-0003ba298018', date: '2099-03-15' },
};

describe('more requests than can be dealt with', () => {
  let system: System;
  let anna: Client;
  let postgres: pg.Client;
  beforeAll(async () => {
    system = await startSystem({ mostRequests: MOST });
    anna = await system.citizen('6110851234');
    postgres = new pg.Client({ connectionString: system.databaseUrl });
    await postgres.connect();
  }, STARTING);
  afterAll(async () => {
    await postgres?.end();
    await system?.close();
  });

  const submit = (journey: string, key: string): Promise<Reply> =>
    anna.post(`/v1/journeys/${journey}/tasks/declareMove`, MOVE, { 'idempotency-key': key });

  it('are told at once to come again, while those before them wait; nothing is lost, nothing done twice', async () => {
    const journeys: string[] = [];
    while (journeys.length < 3 * MOST) {
      const several = Array.from({ length: MOST / 2 }, () => anna.start());
      journeys.push(...(await Promise.all(several)).map(({ id }) => id));
    }
    // Postgres takes no more commits for a while.
    await postgres.query('begin; lock table journey in exclusive mode');
    const keys = new Map(journeys.map(journey => [journey, randomUUID()]));
    const replies: { readonly journey: string; readonly reply: Reply }[] = [];
    const waiting = journeys.map(async journey => {
      replies.push({ journey, reply: await submit(journey, keys.get(journey)!) });
    });
    await until(() => replies.length >= journeys.length - MOST, 'those who are told to come again');
    expect(replies.map(({ reply }) => reply.status)).toEqual(replies.map(() => 503));
    expect(replies.every(({ reply }) => Number(reply.headers.get('retry-after')) >= 1)).toBe(true);
    expect(replies[0]!.reply.body).toMatchObject({ status: 503, code: 'unavailable' });
    expect((await anna.get('/health/live')).status).toBe(200);
    // Turning away costs no line each, and certainly no stack.
    const lines = system.log.map(line => JSON.parse(line) as { msg: string; err?: unknown });
    expect(lines.filter(({ err, msg }) => err !== undefined || msg === 'request failed')).toEqual([]);
    const told = lines.filter(({ msg }) => msg === 'load was shed').length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(replies.length);
    expect(await system.assembly.metrics.text()).toContain(
      `overgang_http_shed_total{reason="signed-in"} ${replies.length}`,
    );

    await postgres.query('rollback');
    await Promise.all(waiting);
    const turnedAway = replies.filter(({ reply }) => reply.status !== 200).map(({ journey }) => journey);
    expect(turnedAway).toHaveLength(journeys.length - MOST);
    for (const journey of turnedAway) {
      expect((await submit(journey, keys.get(journey)!)).status).toBe(200);
    }
    const journals = await Promise.all(journeys.map(journey => system.assembly.journeys.journal(journey)));
    expect(journals.map(journal => journal.filter(({ kind }) => kind === 'submitted').length)).toEqual(
      journeys.map(() => 1),
    );
  });

  it('are not more because those before them have given up: their work is still done', async () => {
    const start = () => Promise.all(Array.from({ length: MOST / 2 }, () => anna.start()));
    const journeys = [...(await start()), ...(await start()), ...(await start())];
    await postgres.query('begin; lock table journey in exclusive mode');
    const looking = async (): Promise<number> => (await anna.get('/v1/journeys')).status;
    const body = JSON.stringify(MOVE);
    const ask = async ({ id }: { id: string }): Promise<RawConnection> => {
      const connection = await RawConnection.open(system.api);
      return connection.ask(
        [
          `POST /v1/journeys/${id}/tasks/declareMove HTTP/1.1`,
          'Host: api.test',
          `Authorization: Bearer ${anna.token}`,
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
        ],
        body,
      );
    };
    const asked = await Promise.all(journeys.map(ask));
    const shed = () => asked.filter(({ received }) => received !== '').length;
    await until(() => shed() === journeys.length - MOST, 'every place to be taken');
    const heard = system.log.length;
    for (const { socket } of asked) socket.resetAndDestroy();
    const left = () => system.log.slice(heard).filter(line => line.includes('"method":"POST"')).length;
    await until(() => left() === MOST, 'the API to see them go');
    expect(await looking()).toBe(503);
    await postgres.query('rollback');
    await until(async () => (await looking()) === 200, 'their work to be done');
  });
});
