import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { MasterKeys, PostgresStores, openDatabase, type Database } from '#postgres';
import { type AccessProof, Chaining, HeadKeys, PROOF_FORMAT, systemClock } from '#runtime';
import { FileErasureList } from '../../apps/worker/src/file-erasure-list.js';
import { firstLink } from '../../libs/runtime/src/proving/chain-link.js';
import { creation, newDispatch, step } from '../conformance/ports/changes.js';
import { chainAll, type FreshDatabase } from '../support/index.js';
import { migratedDatabase } from '../support/migrated-database.js';

const COMMAND = fileURLToPath(new URL('../../dist/apps/worker/src/audit.js', import.meta.url));

describe('npm run audit', () => {
  const masterKey = randomBytes(32).toString('base64');
  const person = randomUUID();
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  let keys: HeadKeys;
  let folder: string;
  let journey: string;

  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url, connections: 2 });
    stores = new PostgresStores(database, MasterKeys.parse(masterKey));
    keys = new HeadKeys(stores.headKeys, systemClock);
    folder = await mkdtemp(join(tmpdir(), 'overgang-audit-'));
    const created = creation({ participants: [{ role: 'applicant', person }] });
    const disclosure = { persons: [person], categories: ['address'], ground: 'CPR-loven § 12' };
    const asked = step(created, { dispatches: [1, 2, 3].map(seq => newDispatch(seq, { disclosure })) });
    for (const change of [created, asked]) await stores.journeys.commit([change]);
    ({ journey } = created);
    await chainAll(chaining(), database);
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
    await rm(folder, { recursive: true });
  });

  function chaining(): Chaining {
    const definitions = { byHash: () => Promise.reject(new Error('there is none')) };
    return new Chaining({ chains: stores.chains, keys, definitions, wall: systemClock });
  }

  async function run(args: readonly string[], url = fresh.url, list = join(folder, 'erasures.jsonl')) {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: url,
        MASTER_KEY: masterKey,
        ERASURES_FILE: list,
      },
    });
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    await once(child, 'close');
    const [out, wrong] = await said;
    return { code: child.exitCode, out, wrong };
  }

  it('proves all, or one person', async () => {
    const proven = { code: 0, out: 'Proven: 3 entries of 1 person.\n', wrong: '' };
    expect(await run(['verify'])).toEqual(proven);
    expect(await run(['verify', '--person', person])).toEqual(proven);
    expect(await run(['verify', '--person', randomUUID()])).toMatchObject({
      code: 0,
      out: 'Proven: 0 entries of 0 persons.\n',
    });
  });

  it('names the first entry that is broken, whose and when', async () => {
    const update = 'update dispatch set categories = $2 where journey_id = $1 and seq = 2';
    await database.pool.query(update, [journey, ['income']]);
    const broken = await run(['verify']);
    await database.pool.query(update, [journey, ['address']]);
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(
      new RegExp(
        `^Broken: person ${person}, chain \\S+, entry 2, record ${journey}-2, at \\S+Z: the log was changed`,
      ),
    );
    expect((await run(['verify'])).code).toBe(0);
  });

  it('keeps what it has found in all chains for the auditor, when it is told to', async () => {
    await run(['verify']);
    expect(await stores.verifications.latest(9)).toEqual([]);
    const actor = `ops:${randomUUID()}`;
    expect(await run(['verify', '--record', 'system'])).toMatchObject({ code: 0 });
    const update = 'update dispatch set categories = $2 where journey_id = $1 and seq = 2';
    await database.pool.query(update, [journey, ['income']]);
    const broken = await run(['verify', '--record', actor]);
    await database.pool.query(update, [journey, ['address']]);
    expect(broken).toMatchObject({ code: 1, out: expect.stringContaining(`person ${person}`) });
    const [second, first, ...others] = await stores.verifications.latest(9);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      actor: 'system',
      finished: { report: { persons: 1, entries: 3 } },
    });
    expect(first?.finished?.report).not.toHaveProperty('fault');
    expect(second).toMatchObject({ actor, finished: { report: { fault: { kind: 'changed', number: 2 } } } });
    expect(JSON.stringify(second)).not.toContain(person);
  });

  it('needs to write only where it is told to keep what it finds', async () => {
    const reading = new URL(fresh.url);
    reading.searchParams.set('options', '-c default_transaction_read_only=on');
    expect(await run(['verify'], reading.href)).toMatchObject({ code: 0 });
    expect(await run(['verify', '--record', 'system'], reading.href)).toMatchObject({
      code: 2,
      wrong: expect.stringContaining('read-only'),
    });
  });

  it('holds what is gone against the list of erasures', async () => {
    const other = randomUUID();
    const created = creation({ participants: [{ role: 'applicant', person: other }] });
    const disclosure = { persons: [other], categories: ['address'], ground: 'CPR-loven § 12' };
    for (const change of [created, step(created, { dispatches: [newDispatch(1, { disclosure })] })]) {
      await stores.journeys.commit([change]);
    }
    await chainAll(chaining(), database);
    await stores.erasures.erase(created.journey, Date.now());
    await stores.erasures.erasePerson(other);
    const found = await run(['verify']);
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining('no erasure on the list says so') });
    const list = new FileErasureList(join(folder, 'erasures.jsonl'));
    await list.append({ kind: 'journey', id: created.journey, at: Date.now(), reason: 'request' });
    await list.append({ kind: 'person', id: other, at: Date.now(), reason: 'request' });
    expect(await run(['verify'])).toMatchObject({
      code: 0,
      out:
        'Proven: 4 entries of 2 persons.\n' +
        'Erased, as the list of erasures says: 1 entry, linked, and not to be read.\n' +
        'Erased, as the list of erasures says: 1 person, and their chains hold.\n',
    });
  });

  it('checks a proof that somebody has taken home, without a database', async () => {
    const [chain] = await stores.chains.chainsOf(person);
    const entries = await stores.chains.entries(chain!.id, 0, 10);
    const proof: AccessProof = {
      format: PROOF_FORMAT,
      chain: chain!.id,
      after: { number: 0, link: firstLink(chain!.id).toString('base64url') },
      entries: entries.map(({ number, commitment }) => ({
        number,
        commitment: commitment.toString('base64url'),
      })),
      head: chain!.head,
      keys: await keys.published(),
    };
    const file = async (content: unknown): Promise<string> => {
      const path = join(folder, `${randomUUID()}.json`);
      await writeFile(path, JSON.stringify(content));
      return path;
    };
    const nowhere = 'postgres://overgang@127.0.0.1:1/none';
    expect(await run(['check', await file(proof)], nowhere)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Proven: 3 entries, 0 of them told, as signed at .*\nSigned with key /),
    });
    const without = { ...proof, entries: proof.entries.slice(0, 2) };
    expect(await run(['check', await file(without)], nowhere)).toMatchObject({ code: 1 });
    expect(await run(['check', await file({})], nowhere)).toMatchObject({ code: 1 });
  });

  it('does nothing when it is asked wrongly, or in plain text of another machine', async () => {
    expect(await run(['verify', 'all'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['check'])).toMatchObject({ code: 2, out: '' });
    const kept = await run(['verify', '--record', 'Anna Andersen']);
    expect(kept).toMatchObject({ code: 2, out: '', wrong: expect.stringContaining('only reads') });
    const one = ['verify', '--person', person, '--record', 'system'];
    expect(await run(one)).toMatchObject({ code: 2, out: '' });
    expect(await run(['verify'], 'postgres://overgang@db.test/overgang')).toMatchObject({
      code: 2,
      wrong: expect.stringContaining('DATABASE_URL sends in plain text to db.test'),
    });
  });
});
