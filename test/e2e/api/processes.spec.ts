import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#runtime';
import { Catalogue } from '#authorities';
import { type LocalIssuer } from '#identity';
import { MasterKeys, PostgresStores, openDatabase } from '#postgres';
import { createAuthoritiesApp } from '../../../apps/authorities/src/create-authorities-app.js';
import {
  freePort,
  freshDatabase,
  hasRedis,
  type OurProcess,
  processEnvironment,
  redisUrl,
  startOurs,
  startTokenIssuer,
  until,
} from '../../support/index.js';
import { Client } from './client.js';
import { SAMPLE_JOURNEYS, STARTING } from './system.js';

const SECRET = 'secret shared with the authorities of this test';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const catalogue = Catalogue.load();

/** For what takes a whole process to come up on a busy machine; the test's own time is the bound. */
async function patiently(happened: () => boolean): Promise<void> {
  while (!happened()) await sleep(50);
}

describe('api and worker as processes of their own', () => {
  const masterKey = randomBytes(32).toString('base64');
  const ending: (() => Promise<unknown>)[] = [];
  let environment: Record<string, string | undefined>;
  let issuer: LocalIssuer;
  let anna: string;
  let apiPort: number;

  beforeAll(async () => {
    const database = await freshDatabase();
    ending.push(() => database.drop());
    apiPort = await freePort();
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: SECRET,
      callbackBaseUrl: () => `http://127.0.0.1:${apiPort}`,
    });
    ending.push(() => authorities.close());
    const tokens = await startTokenIssuer(systemClock);
    ending.push(() => tokens.close());
    issuer = tokens.issuer;
    environment = {
      ...processEnvironment({
        databaseUrl: database.url,
        redisUrl: hasRedis ? redisUrl() : undefined,
        masterKey,
        authoritiesUrl: await authorities.listen(0, '127.0.0.1'),
        catalogue,
        secret: SECRET,
        journeysDir: SAMPLE_JOURNEYS,
        jwksUrl: tokens.jwksUrl,
      }),
      LOG_LEVEL: 'info',
      QUEUE_NAMESPACE: `test-${randomUUID()}`,
    };
  }, STARTING);

  afterAll(async () => {
    for (const end of ending.splice(0).reverse()) await end();
  });

  const start = (name: 'api' | 'worker', over: Record<string, string | undefined> = {}): OurProcess => {
    const process = startOurs(`apps/${name}/src/main.js`, { ...environment, ...over });
    ending.push(() => process.end());
    return process;
  };
  const listening = async (process: OurProcess): Promise<string> => {
    await patiently(() => !process.running() || process.printed().includes(' listens at '));
    const address = / listens at (\S+)/.exec(process.printed())?.[1];
    if (address === undefined) throw new Error(`It does not listen. It said: ${process.printed()}`);
    return address;
  };
  const refusal = async (process: OurProcess): Promise<string> => {
    await patiently(() => !process.running());
    expect(await process.end()).toBe(1);
    return process.printed();
  };

  it(
    'refuse to start without what they need, naming all of it with the remedy',
    async () => {
      const api = start('api', { DATABASE_URL: undefined, MASTER_KEY: 'short', PORT: 'http' });
      const worker = start('worker', { AUTHORITY_SECRETS: JSON.stringify({ cpr: 'x'.repeat(32) }) });
      const said = await refusal(api);
      expect(said).toContain('api cannot start.');
      expect(said).toMatch(/DATABASE_URL is missing\. Set it to the address of Postgres/);
      expect(said).toMatch(/MASTER_KEY is malformed\. Set it to 32 random bytes/);
      expect(said).toMatch(/PORT is malformed/);
      expect(said).not.toContain('short');
      expect(await refusal(worker)).toMatch(/AUTHORITY_SECRETS lacks .*skat/);
    },
    STARTING,
  );

  it(
    'refuse to start with a definition that fails the check, naming it',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'journeys-'));
      await cp(SAMPLE_JOURNEYS, folder, { recursive: true });
      const file = join(folder, 'relocating', '2025-01-01.yaml');
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace('src: cpr.registerMove', 'src: cpr.registrMove'),
      );
      const both = (['api', 'worker'] as const).map(name => start(name, { JOURNEYS_DIR: folder }));
      for (const process of both) {
        const said = await refusal(process);
        expect(said).toMatch(/relocating\/2025-01-01\.yaml:\d+:\d+ error .*cpr\.registrMove/);
      }
      await rm(folder, { recursive: true });
    },
    STARTING,
  );

  it(
    'work together, and end when they are told to',
    async () => {
      const api = start('api', { PORT: String(apiPort) });
      const worker = start('worker');
      const base = await listening(api);
      const status = await listening(worker);
      expect((await fetch(`${status}/health/ready`)).status).toBe(200);

      const database = openDatabase({ url: String(environment['DATABASE_URL']) });
      anna = await new PostgresStores(database, MasterKeys.parse(masterKey)).persons.personOf('6110851234');
      await database.close();
      const client = new Client(base, await issuer.sign({ person: anna, roles: ['citizen'] }));
      const { id } = await client.start();
      const abort = new AbortController();
      const stream = await fetch(`${base}/v1/journeys/${id}/stream`, {
        signal: abort.signal,
        headers: { authorization: `Bearer ${client.token}` },
      });
      let heard = '';
      void (async () => {
        for await (const chunk of stream.body ?? []) heard += Buffer.from(chunk as Uint8Array).toString();
      })().catch(() => undefined);
      await client.submit(id, 'declareMove', 'submit', { address: ADDRESS, date: '2026-12-01' });
      await client.submit(id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });
      await client.reaches(id, 'underWay.doctor.settled');
      // The worker has settled this one: it told the API, or the stream would not know before the next heartbeat.
      await until(() => heard.includes('underWay.doctor.settled'), 'the stream to tell what the worker did');

      expect(await api.end()).toBe(0);
      expect(await worker.end()).toBe(0);
      const printed = api.printed() + worker.printed();
      for (const secret of ['6110851234', anna, ADDRESS, String(client.token)])
        expect(printed).not.toContain(secret);
    },
    STARTING,
  );
});
