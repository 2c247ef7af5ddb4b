import { setTimeout as sleep } from 'node:timers/promises';
import { EditedJourneys, freePort, type OurProcess, startOurs, until } from '../../support/index.js';
import { type SystemUnderTest, systemUnderTest } from '../../support/system-under-test.js';
import { SAMPLE_JOURNEYS, STARTING } from './system.js';

const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

/** For what takes a whole process to come up on a busy machine; the test's own time is the bound. */
async function patiently(happened: () => boolean): Promise<void> {
  while (!happened()) await sleep(50);
}

describe('api and worker as processes of their own', () => {
  let system: SystemUnderTest;

  beforeAll(async () => {
    const variables = { LOG_LEVEL: 'info' };
    system = await systemUnderTest({ journeysDir: SAMPLE_JOURNEYS, variables }, async around => around);
  }, STARTING);

  afterAll(() => system?.close());

  const start = (name: 'api' | 'worker', over: Record<string, string | undefined> = {}): OurProcess => {
    const process = startOurs(`apps/${name}/src/main.js`, { ...system.environment, ...over });
    system.alsoEnd(() => process.end());
    return process;
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
      const journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
      await journeys.edit('relocating/2025-01-01.yaml', 'src: cpr.registerMove', 'src: cpr.registrMove');
      const both = (['api', 'worker'] as const).map(name => start(name, { JOURNEYS_DIR: journeys.folder }));
      for (const process of both) {
        const said = await refusal(process);
        expect(said).toMatch(/relocating\/2025-01-01\.yaml:\d+:\d+ error .*cpr\.registrMove/);
      }
      await journeys.remove();
    },
    STARTING,
  );

  it(
    'work together, and end when they are told to',
    async () => {
      const port = await freePort();
      const [{ process: api, address }, { process: worker, address: status }] = await Promise.all([
        system.startProcess('apps/api/src/main.js', [], { PORT: String(port) }),
        system.startProcess('apps/worker/src/main.js'),
      ]);
      expect(new URL(address).port).toBe(String(port));
      expect((await fetch(`${status}/health/ready`)).status).toBe(200);

      const { persons } = (await system.direct()).stores;
      const anna = await persons.personOf('6110851234');
      const client = await system.client(address, anna, ['citizen']);
      const { id } = await client.start();
      const abort = new AbortController();
      const stream = await fetch(`${address}/v1/journeys/${id}/stream`, {
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
