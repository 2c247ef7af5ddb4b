import { auditEverything, ledgerOf, readPostgresAccounts } from '../auditor/index.js';
import { Client } from '../e2e/api/client.js';
import { describeWithRedis, freshRedisCluster, until } from '../support/index.js';
import { everyEffectOnce } from './audit.js';
import { ASKED, ERRAND } from './errands.js';
import { startWorld, type World } from './world.js';

const PATIENCE = 300_000;
const JOURNEYS = 20;

describeWithRedis('two api and two worker processes on a Redis Cluster of three nodes', () => {
  let world: World;
  let apis: readonly string[];

  beforeAll(async () => {
    world = await startWorld({ redis: freshRedisCluster });
    const started = [1, 2].map(async () => (await world.startProcess('apps/api/src/main.js')).address);
    apis = await Promise.all(started);
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  it(
    'lose nothing when a worker is killed and every node forgets everything',
    async () => {
      const [victim] = await Promise.all([world.worker(), world.worker()]);
      const clients = await Promise.all(apis.map(api => world.signedIn({}, api)));
      const half = clients.map(client => world.errands(JOURNEYS / 2, client));
      const journeys = (await Promise.all(half)).flat();
      const all = JOURNEYS * ASKED.length;
      const done = async (part: number): Promise<void> => {
        await until(
          async () => (await ledgerOf(world)).length >= part * all,
          `${part} of all to be done`,
          60,
        );
      };
      await done(0.2);
      await victim?.kill();
      const forgetting = async (): Promise<void> => {
        await done(0.4);
        await world.redis.flush();
        // It was flushed while they were under way, or this shows nothing.
        expect((await ledgerOf(world)).length).toBeLessThan(all);
      };
      // Until another has started, the one that is left might have done it all.
      await Promise.all([world.worker(), forgetting()]);
      await everyEffectOnce(world, journeys);
      expect(await auditEverything(await readPostgresAccounts(world, journeys))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'tell whoever listens at one of what was done at the other, whichever node carries it',
    async () => {
      const [here, there] = apis as [string, string];
      const client = await world.signedIn({}, here);
      const { id } = await client.start('errands');
      const events = await listening(there, id, world.anna.token ?? '');
      await new Client(here, world.anna.token).submit(id, 'declare', 'submit', ERRAND);
      await until(
        () => events.text().includes('"kind":"submitted"'),
        'the news to come to the other api',
        60,
      );
      await events.close();
    },
    PATIENCE,
  );

  it(
    'go on when the cluster has been away',
    async () => {
      const journeys = await world.errands(4);
      await world.redis.stop();
      const [api = ''] = apis;
      const client = await world.signedIn({}, api);
      const meanwhile = await world.errands(2, client);
      await world.redis.start();
      await everyEffectOnce(world, [...journeys, ...meanwhile]);
    },
    PATIENCE,
  );
});

/** The stream of a journey's events, as text, from when it is open. */
async function listening(api: string, journey: string, token: string) {
  const ending = new AbortController();
  const response = await fetch(`${api}/v1/journeys/${journey}/stream`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: ending.signal,
  });
  expect(response.status).toBe(200);
  let text = '';
  const reading = (async () => {
    for await (const part of response.body!) text += Buffer.from(part).toString();
  })().catch(() => undefined);
  await until(() => text !== '', 'the stream to begin');
  return {
    text: () => text,
    close: async () => {
      ending.abort();
      await reading;
    },
  };
}
