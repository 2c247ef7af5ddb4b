import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { hasRedis, redisUrl, until } from '../../support/index.js';
import { METRICS_TOKEN } from '../../support/system-under-test.js';
import { Client, problem, type Reply } from './client.js';
import { STARTING, startSystem, type System, type SystemOptions } from './system.js';

const ANNA = '6110851234';
const MOVE = { address: '0a3f50b8-5c1e-32b8-e044-0003ba298018', date: '2099-03-15' };
const HOUR = 3_600;
const perHour = (points: number) => ({ points, seconds: HOUR });
/** Addresses for documentation (RFC 5737, RFC 3849); the last two are of one IPv6 subscriber. */
const [TOWN_HALL, SIX, SIX_TOO] = ['192.0.2.1', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9'] as const;

let system: System;
const start = async (limits: SystemOptions['limits']): Promise<void> => {
  system = await startSystem({ limits, trustedProxies: ['127.0.0.1'] });
};
afterEach(() => system?.close());

/** Has been refused for a while. */
const refused = (reply: Reply): void => {
  problem(reply, 429, 'too-many-requests');
  const after = reply.headers.get('retry-after');
  expect(after).toMatch(/^[1-9]\d*$/);
  expect(Number(after)).toBeLessThanOrEqual(HOUR);
};
const from = (address: string) => ({ 'x-forwarded-for': address });
const beginOne = (client: Client) => client.post('/v1/journeys', { definition: 'relocating' });

describe('a citizen who asks too much', () => {
  it(
    'starts so many journeys and no more, whatever they send; others start theirs',
    async () => {
      await start({ starts: perHour(30) });
      const anna = await system.citizen(ANNA);
      const replies: Reply[] = [];
      while (replies.length < 1_500) {
        replies.push(...(await Promise.all(Array.from({ length: 50 }, () => beginOne(anna)))));
      }
      const accepted = replies.filter(({ status }) => status === 201);
      expect(accepted).toHaveLength(30);
      replies.filter(({ status }) => status !== 201).forEach(refused);
      const listed = await anna.read<{ readonly items: unknown[] }>('/v1/journeys?limit=200');
      expect(listed.items).toHaveLength(30);
      const inDanish = await anna.post(
        '/v1/journeys',
        { definition: 'relocating' },
        { 'accept-language': 'da' },
      );
      expect(inDanish.body).toMatchObject({ title: 'For meget på én gang' });
      expect((await beginOne(await system.signedIn('citizen'))).status).toBe(201);
    },
    STARTING,
  );

  it(
    'is heard again after the time in Retry-After',
    async () => {
      await start({ starts: { points: 2, seconds: 1 } });
      const anna = await system.citizen(ANNA);
      const statuses = (await Promise.all([1, 2, 3].map(() => beginOne(anna)))).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([201, 201, 429]);
      await until(async () => (await beginOne(anna)).status === 201, 'the next start');
    },
    STARTING,
  );

  it(
    'does so many tasks, keeps so many drafts, opens so many streams, each counted apart',
    async () => {
      await start({ submissions: perHour(1), drafts: perHour(1), streams: perHour(1) });
      const anna = await system.citizen(ANNA);
      const { id } = await anna.start();
      const path = `/v1/journeys/${id}/tasks/declareMove`;
      const draft = () => anna.put(`${path}/draft`, { data: { date: MOVE.date } });
      expect((await draft()).status).toBe(204);
      refused(await draft());
      expect((await anna.post(path, { event: 'submit', data: MOVE })).status).toBe(200);
      refused(await anna.post(path, { event: 'submit', data: MOVE }));
      refused(await anna.post(`/v1/journeys/${id}/cancellation`));
      const stream = `/v1/journeys/${randomUUID()}/stream`;
      problem(await anna.get(stream), 404, 'unknown-journey');
      refused(await anna.get(stream));
      expect((await anna.get(`/v1/journeys/${id}`)).status).toBe(200);
    },
    STARTING,
  );

  it(
    'has a few streams open at once, on one journey and in all; when one ends there is room for another',
    async () => {
      await start({ streamsOfPerson: 8, streamsOfJourney: 5 });
      const anna = await system.citizen(ANNA);
      const [first, second] = [await anna.start(), await anna.start()].map(({ id }) => id);
      const open: AbortController[] = [];
      // An answer that nobody holds on to is collected, and its connection closed.
      const answers: Response[] = [];
      const stream = async (journey: string | undefined): Promise<number> => {
        const abort = new AbortController();
        const answer = await fetch(`${system.api}/v1/journeys/${journey}/stream`, {
          signal: abort.signal,
          headers: { authorization: `Bearer ${anna.token}` },
        });
        const { status, headers, body } = answer;
        if (status === 200) {
          open.push(abort);
          answers.push(answer);
        } else {
          await body?.cancel();
          expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
        }
        return status;
      };
      const counts = new Map<number, number>();
      for (let i = 0; i < 2_000; i += 50) {
        for (const status of await Promise.all(Array.from({ length: 50 }, () => stream(first)))) {
          counts.set(status, (counts.get(status) ?? 0) + 1);
        }
      }
      expect(Object.fromEntries(counts)).toEqual({ 200: 5, 429: 1_995 });
      const others = await Promise.all(Array.from({ length: 5 }, () => stream(second)));
      expect(others.toSorted()).toEqual([200, 200, 200, 429, 429]);
      open.shift()?.abort();
      await until(async () => (await stream(second)) === 200, 'room for another stream');
      for (const abort of open) abort.abort();
      expect(answers.every(({ ok }) => ok)).toBe(true);
    },
    STARTING,
  );

  it(
    'is limited on the pages of the queues too; health and metrics are not',
    async () => {
      await start({ anonymous: perHour(1), signIns: perHour(1) });
      const nobody = system.anonymous();
      expect((await nobody.get('/v1/definitions', from(SIX))).status).toBe(200);
      refused(await nobody.get('/v1/definitions', from(SIX_TOO)));
      const forger = new Client(system.api, 'nonsense');
      problem(await forger.get('/ops/queues', from(TOWN_HALL)), 401, 'malformed-token');
      refused(await forger.get('/ops/queues', from(TOWN_HALL)));

      const scraper = new Client(system.api, METRICS_TOKEN);
      for (let i = 0; i < 5; i += 1) {
        expect((await nobody.get('/health/live', from(SIX))).status).toBe(200);
        expect((await scraper.get('/metrics', from(SIX))).status).toBe(200);
      }
      expect((await scraper.get('/metrics')).text).toMatch(/overgang_limited_total\{limit="anonymous"\} 1\n/);
    },
    STARTING,
  );
});

describe('what is counted', () => {
  it(
    'names neither person nor address, in Redis, log or metrics',
    async () => {
      await start({
        requests: perHour(9),
        starts: perHour(1),
        anonymous: perHour(1),
        signIns: perHour(1),
        signatures: perHour(1),
      });
      const anna = await system.citizen(ANNA);
      const person = await system.assembly.stores.persons.personOf(ANNA);
      for (let i = 0; i < 2; i += 1) {
        await anna.post('/v1/journeys', { definition: 'relocating' }, from(TOWN_HALL));
        await system.anonymous().get('/v1/definitions', from(SIX));
        await new Client(system.api, 'nonsense').get('/v1/journeys', from(TOWN_HALL));
        await system.anonymous().post('/v1/events', {}, from(TOWN_HALL));
      }
      const metrics = (await new Client(system.api, METRICS_TOKEN).get('/metrics')).text;
      const written = [metrics, ...system.log, ...(hasRedis ? await countersInRedis() : [])].join('\n');
      for (const limit of ['starts', 'anonymous', 'signIns', 'signatures']) {
        expect(metrics).toContain(`overgang_limited_total{limit="${limit}"} 1`);
      }
      for (const secret of [ANNA, person, TOWN_HALL, '2001:db8']) expect(written).not.toContain(secret);
    },
    STARTING,
  );

  async function countersInRedis(): Promise<readonly string[]> {
    const client = new Redis(redisUrl());
    try {
      const keys = await client.keys(`${system.namespace}:limit:*`);
      expect(keys.map(key => key.split(':')[2]).sort()).toEqual(
        ['anonymous', 'requests', 'signIns', 'signatures', 'starts'].sort(),
      );
      for (const key of keys) expect(await client.pttl(key)).toBeGreaterThan(0);
      return keys;
    } finally {
      client.disconnect();
    }
  }

  it(
    'is documented: every route says that it may answer 429, those with a limit of their own say so themselves',
    async () => {
      await start({});
      const { paths } = (await system.anonymous().get('/docs-json')).body as {
        readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
      };
      for (const [method, path] of [
        ['post', '/v1/journeys'],
        ['post', '/v1/journeys/{journey}/cancellation'],
        ['post', '/v1/journeys/{journey}/tasks/{task}'],
        ['put', '/v1/journeys/{journey}/tasks/{task}/draft'],
        ['get', '/v1/journeys/{journey}/stream'],
      ] as const) {
        expect({ path, responses: paths[path]?.[method]?.responses }).toMatchObject({
          path,
          responses: { 429: { headers: { 'Retry-After': {} } } },
        });
      }
    },
    STARTING,
  );
});
