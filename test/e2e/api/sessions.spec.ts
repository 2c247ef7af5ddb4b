import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PersonVault } from '#runtime';
import { startOurs, until } from '../../support/index.js';
import { systemUnderTest, type SystemUnderTest } from '../../support/system-under-test.js';
import { Client } from './client.js';
import { SAMPLE_JOURNEYS, STARTING } from './system.js';

const HOUR = 3_600_000;
/** It stands still: nothing is read anew because a minute is over. */
const NOW = Date.now();

describe('a session that is ended at one api', () => {
  let system: SystemUnderTest;
  let here: string;
  let there: string;
  let persons: PersonVault;
  let open: (person: string, signIn: string) => Promise<string>;

  beforeAll(async () => {
    const clock = { now: () => NOW };
    system = await systemUnderTest({ journeysDir: SAMPLE_JOURNEYS, clock }, async around => {
      const [one, other] = [await around.startApi(), await around.startApi()];
      [here, there] = [one.address, other.address];
      const { sessions } = one.parts.stores;
      ({ persons } = one.parts.stores);
      const times = { startedAt: NOW, expiresAt: NOW + HOUR, endsAt: NOW + HOUR };
      open = async (person, signIn) => {
        const session = { person, role: 'citizen', face: 'face', acr: 'high', signIn, ...times };
        const { id } = (await sessions.open(session, randomUUID()))!;
        return around.issuer.sign({ person, roles: ['citizen'], session: id });
      };
      return around;
    });
  }, STARTING);
  afterAll(() => system?.close());

  const statusAt = async (api: string, token: string) =>
    (await new Client(api, token).get('/v1/sessions')).status;

  it('is over at every other, once it is heard of, and the rest of that person’s are not', async () => {
    const person = randomUUID();
    const signIn = randomUUID();
    const [one, same, another] = [
      await open(person, signIn),
      await open(person, signIn),
      await open(person, randomUUID()),
    ];
    for (const token of [one, same, another]) expect(await statusAt(there, token)).toBe(200);
    const { sid } = JSON.parse(Buffer.from(one.split('.')[1]!, 'base64url').toString()) as { sid: string };
    expect((await new Client(here, another).send('DELETE', `/v1/sessions/${sid}`)).status).toBe(204);
    expect(await statusAt(here, one)).toBe(401);
    await until(async () => (await statusAt(there, one)) === 401, 'the word to be heard');
    expect(await statusAt(there, same)).toBe(401);
    expect(await statusAt(there, another)).toBe(200);
  });

  it('is over at once when the person is erased, whose tokens are believed no more', async () => {
    const person = await persons.personOf('0101900002');
    const [token, other] = [await open(person, randomUUID()), await open(randomUUID(), randomUUID())];
    for (const each of [token, other]) expect(await statusAt(there, each)).toBe(200);
    const folder = await mkdtemp(join(tmpdir(), 'overgang-erased-'));
    const list = { ERASURES_FILE: join(folder, 'erasures.jsonl') };
    const order = ['person', person, '--reason', 'request'];
    const erasing = startOurs('apps/worker/src/erase.js', { ...system.environment, ...list }, order);
    await erasing.ended;
    expect(erasing.printed()).toContain(`Erased the number of person ${person}`);
    await until(async () => (await statusAt(there, token)) === 401, 'the word to be heard');
    await until(async () => (await statusAt(here, token)) === 401, 'the word to be heard');
    expect(await statusAt(there, other)).toBe(200);
    await rm(folder, { recursive: true });
  });
});
