import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { until } from '../../support/index.js';
import type { Client, Reply } from './client.js';
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
});
