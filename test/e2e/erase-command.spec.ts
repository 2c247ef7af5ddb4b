import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { MasterKeys, PostgresStores, openDatabase, type Database } from '#postgres';
import { creation } from '../conformance/ports/changes.js';
import { type FreshDatabase } from '../support/index.js';
import { migratedDatabase } from '../support/migrated-database.js';

const CPR = '0101900002';

describe('the commands of those who answer for what is kept', () => {
  const [old, young] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  let folder: string;

  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url, connections: 2 });
    stores = new PostgresStores(database, MasterKeys.parse(old));
    folder = await mkdtemp(join(tmpdir(), 'overgang-erase-'));
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
    await rm(folder, { recursive: true });
  });

  async function run(
    command: 'erase' | 'rewrap' | 'sign-out',
    args: readonly string[],
    given = '',
    key = old,
    url = fresh.url,
  ) {
    const path = fileURLToPath(new URL(`../../dist/apps/worker/src/${command}.js`, import.meta.url));
    const erasuresFile = join(folder, 'erasures.jsonl');
    const child = spawn(process.execPath, [path, ...args], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: url,
        REDIS_URL: '',
        MASTER_KEY: key,
        ERASURES_FILE: erasuresFile,
      },
    });
    child.stdin.end(given);
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    await once(child, 'close');
    const [out, wrong] = await said;
    return { code: child.exitCode, out, wrong };
  }

  async function started(person: string): Promise<string> {
    const created = creation({ participants: [{ role: 'applicant', person }] });
    await stores.journeys.commit([created]);
    return created.journey;
  }

  it.each([
    ['erase', ['expired']],
    ['rewrap', []],
    ['sign-out', ['everybody']],
  ] as const)('%s speaks in plain text to no other machine', async (command, args) => {
    const said = await run(command, args, '', old, 'postgres://overgang@db.test/overgang');
    expect(said.code).toBe(2);
    expect(said.wrong).toContain('DATABASE_URL sends in plain text to db.test');
  });

  it('erases a journey, and keeps one that is under way unless asked for it', async () => {
    const journey = await started(randomUUID());
    const asked = ['journey', journey, '--reason', 'mistake'];
    const kept = await run('erase', asked);
    expect(kept).toMatchObject({ code: 1, wrong: '' });
    expect(kept.out).toContain(`Kept journey ${journey}: it has not ended`);
    expect(await run('erase', [...asked, '--under-way'])).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        `Erased journey ${journey}: 1 journal entry, 0 requests, 0 messages, 0 documents, 0 drafts, 1 participant.`,
      ) as string,
    });
    expect(await run('erase', asked)).toMatchObject({
      code: 1,
      out: expect.stringContaining(`There is no journey ${journey}.`) as string,
    });
  });

  it('erases a person by a number that is told on stdin, and lists ids alone', async () => {
    const person = await stores.persons.personOf(CPR);
    const journey = await started(person);
    const asked = ['person', '--cpr-from-stdin', '--reason', 'request'];
    const done = await run('erase', asked, '010190-0002\n');
    expect(done).toMatchObject({ code: 0, wrong: '' });
    expect(done.out).toContain(`Erased journey ${journey}`);
    expect(done.out).toContain(`Erased the number of person ${person}`);
    expect(await run('erase', asked, CPR)).toMatchObject({ code: 1 });
    const list = await readFile(join(folder, 'erasures.jsonl'), 'utf8');
    expect(list).toContain(person);
    expect(list + done.out).not.toContain(CPR);
    expect(await run('erase', ['apply'])).toMatchObject({
      code: 0,
      out: '3 erasures are listed; 0 of them had to be done.\n',
    });
    expect(await run('erase', ['expired'])).toMatchObject({
      code: 0,
      out: 'Erased 0 journeys kept as long as their definitions say.\n',
    });
  });

  it('does nothing when it is asked wrongly', async () => {
    const wrong = await run('erase', ['journey', randomUUID()]);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.wrong).toContain('reasons: request, retention, mistake, order');
  });

  it('refuses what is no number, without repeating it', async () => {
    const wrong = await run('erase', ['person', '--cpr-from-stdin', '--reason', 'request'], 'Anna 0101');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.wrong).not.toContain('Anna');
  });

  it('signs one person out, then everybody, and says when nobody was signed in', async () => {
    const now = Date.now();
    const signIn = async (person: string): Promise<void> => {
      const times = { startedAt: now, expiresAt: now + 60_000, endsAt: now + 60_000 };
      await stores.sessions.open(
        { person, role: 'citizen', face: 'web', acr: 'high', ...times },
        randomUUID(),
      );
    };
    const [anna, bo] = [await stores.persons.personOf(CPR), randomUUID()];
    for (const person of [anna, anna, bo]) await signIn(person);
    const byNumber = ['person', '--cpr-from-stdin'];
    expect(await run('sign-out', byNumber, CPR)).toEqual({ code: 0, out: 'Ended 2 sessions.\n', wrong: '' });
    expect(await stores.sessions.of(anna, now)).toEqual([]);
    expect(await stores.sessions.of(bo, now)).toHaveLength(1);
    expect(await run('sign-out', ['everybody'])).toEqual({ code: 0, out: 'Ended 1 session.\n', wrong: '' });
    expect(await run('sign-out', ['person', bo])).toEqual({ code: 1, out: 'Ended 0 sessions.\n', wrong: '' });
    const wrong = await run('sign-out', ['person', bo, '--cpr-from-stdin'], CPR);
    expect(wrong).toMatchObject({ code: 2, out: '', wrong: expect.stringContaining('everybody') as string });
  });

  it('wraps anew, says what remains, and the old master key can go', async () => {
    const journey = await started(randomUUID());
    const done = await run('rewrap', [], '', `${young},${old}`);
    expect(done).toMatchObject({ code: 0, wrong: '' });
    expect(done.out).toMatch(/^\d+ wrapped anew under the first master key; 0 remain\.\n/);
    const after = new PostgresStores(database, MasterKeys.parse(young));
    expect((await after.journeys.load(journey))?.version).toBe(1);
    expect(await run('rewrap', [], '', old)).toMatchObject({
      code: 2,
      wrong: expect.stringContaining('needs master key') as string,
    });
  });
});
