import { Redis } from 'ioredis';
import { isDelivery } from '#runtime';
import { type Acknowledged, auditEverything, ledgerOf, readPostgresAccounts } from '../auditor/index.js';
import { describeWithRedis, freshRedis, type OurProcess, startOurs, until } from '../support/index.js';
import { dispatchesOf, everyEffectOnce, findingsIn } from './audit.js';
import { ERRAND } from './errands.js';
import { startWorld, type World } from './world.js';

const PATIENCE = 300_000;
const ANNA = '6110851234';

describeWithRedis('a process that is told to end (SIGTERM)', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  const turn = (knobs: object): void => {
    for (const { parts } of world.authorities.simulations.all()) parts.knobs.set(knobs);
  };

  it(
    'as a worker under load, finishes what is under way and leaves the rest to another',
    async () => {
      turn({ latency: 400 });
      const worker = await world.worker();
      const journeys = await world.errands(20);
      await until(async () => (await ledgerOf(world)).length >= 20, 'work to be under way', 60);
      expect(await worker.end()).toBe(0);
      // Whatever authorities did for it, it has heard of and settled: nothing need be asked again.
      const [ledger, dispatches] = await Promise.all([ledgerOf(world), dispatchesOf(world, journeys)]);
      const unheard = dispatches.filter(({ status }) => status === 'pending').map(({ id }) => id);
      expect(unheard.length).toBeGreaterThan(0);
      expect(ledger.filter(({ key }) => unheard.includes(key))).toEqual([]);

      turn({});
      const another = await world.workerHere();
      await everyEffectOnce(world, journeys);
      expect((await ledgerOf(world)).filter(({ kind }) => kind === 'duplicate')).toEqual([]);
      expect(await auditEverything(await readPostgresAccounts(world, journeys))).toEqual([]);
      // What the next test does must be done by its own worker.
      await another.close();
    },
    PATIENCE,
  );

  it(
    'as a worker that waits for a silent authority, leaves when its time is up, and another does it',
    async () => {
      turn({ silent: true });
      const environment = { ...world.environment, DRAIN_MS: '500' };
      const worker = startOurs('apps/worker/src/main.js', environment);
      await listening(worker);
      const journeys = await world.errands(2);
      const before = (await dispatchesOf(world, journeys)).filter(dispatch => !isDelivery(dispatch));
      expect(before.map(({ status }) => status)).toEqual(['pending', 'pending']);
      await until(async () => (await busy(world)) > 0, 'the worker to be asking', 60);
      expect(await worker.end()).toBe(0);
      turn({});
      await world.workerHere();
      await everyEffectOnce(world, journeys);
    },
    PATIENCE,
  );

  it(
    'as an api under load, with a stream open, answers what it has taken and takes no more',
    async () => {
      const { process, address } = await world.startProcess('apps/api/src/main.js');
      const person = await world.assembly.stores.persons.personOf(ANNA);
      const token = world.anna.token ?? '';
      const ended = new AbortController();
      const { id: watched } = await world.anna.start('errands');
      const headers = { authorization: `Bearer ${token}` };
      const stream = await fetch(`${address}/v1/journeys/${watched}/stream`, {
        headers,
        signal: ended.signal,
      });
      expect(stream.status).toBe(200);

      const acknowledged: Acknowledged[] = [{ kind: 'start', journey: watched, person }];
      const failures: string[] = [];
      const going = Array.from({ length: 8 }, async () => {
        while (failures.length < 8) {
          const started = await send(address, token, '/v1/journeys', { definition: 'errands' });
          if (typeof started === 'string') return void failures.push(started);
          const journey = started.id;
          acknowledged.push({ kind: 'start', journey, person });
          const path = `/v1/journeys/${journey}/tasks/declare`;
          const done = await send(address, token, path, { event: 'submit', data: ERRAND });
          if (typeof done === 'string') return void failures.push(done);
          acknowledged.push({ kind: 'submit', journey, person, task: 'declare', event: 'submit' });
        }
      });
      await until(() => acknowledged.length > 30, 'requests to be under way', 60);
      expect(await process.end()).toBe(0);
      await Promise.all(going);
      ended.abort();
      // Whoever came too late found nobody there; a request that had been read was answered, or its caller would be told `other side
      // closed` (UND_ERR_SOCKET). The system resets what it had taken in for the process and the process had not yet seen.
      expect(failures.filter(code => code !== 'ECONNREFUSED' && code !== 'ECONNRESET')).toEqual([]);
      expect(failures.length).toBeGreaterThan(0);
      await world.workerHere();
      const journeys = [...new Set(acknowledged.map(({ journey }) => journey))];
      const declared = acknowledged.filter(({ kind }) => kind === 'submit').map(({ journey }) => journey);
      await everyEffectOnce(world, declared);
      expect(await findingsIn(world, journeys, acknowledged)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'does not even begin with a Redis that would throw away jobs, and says how to mend it',
    async () => {
      const redis = await freshRedis();
      const client = new Redis(redis.url);
      await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
      client.disconnect();
      const environment = { ...world.environment, REDIS_URL: redis.url };
      const started = ['apps/api/src/main.js', 'apps/worker/src/main.js'].map(
        entry => [entry, startOurs(entry, environment)] as const,
      );
      for (const [entry, process] of started) {
        await until(() => !process.running(), `${entry} to refuse to start`, 60);
        expect(await process.end()).toBe(1);
        expect(process.printed()).toMatch(
          /cannot start\. Redis at redis:\/\/127\.0\.0\.1:\d+ has maxmemory-policy allkeys-lru/,
        );
        expect(process.printed()).toContain('set "maxmemory-policy noeviction" in its configuration');
        expect(process.printed()).toContain('redis-cli config set maxmemory-policy noeviction');
      }
      await redis.stop();
    },
    PATIENCE,
  );
});

async function listening(process: OurProcess): Promise<void> {
  await until(() => process.printed().includes(' listens at '), 'it to listen', 60);
}

/** How many jobs workers have taken and not finished. */
async function busy({ assembly }: World): Promise<number> {
  const queue = await assembly.queues.get('dispatch-cpr');
  return (await queue.getJobCounts('active'))['active'] ?? 0;
}

/** The body of a success, or why there was none. Each on a connection of its own: one kept alive may be closed between two requests. */
async function send(
  address: string,
  token: string,
  path: string,
  body: object,
): Promise<{ readonly id: string } | string> {
  try {
    const reply = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(body),
    });
    return reply.ok ? ((await reply.json()) as { readonly id: string }) : `status ${reply.status}`;
  } catch (error) {
    const { code } = (error as { readonly cause?: { readonly code?: string } }).cause ?? {};
    return code ?? String(error);
  }
}
