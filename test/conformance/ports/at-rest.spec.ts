import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MasterKeys, openDatabase, PostgresStores, type Database } from '#postgres';
import { InvariantError, type Change } from '#runtime';
import { type FreshDatabase, postgresFolder, rowsFrom } from '../../support/index.js';
import { migratedDatabase } from '../../support/migrated-database.js';
import { contentOf, creation, draftOf, newDispatch, runState, step } from './changes.js';

/** Found nowhere else, and as bytes the same in every encoding. */
const PLANTED = 'Grevindevej4711Xylofonby';
const CPR = '0711924713';
const END = Date.parse('2100-01-01T00:00:00Z');

describe('what Postgres holds', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  let created: Change;
  let asked: Change;
  const person = '0b9f2f0e-5a1c-4b7e-8a44-1f6d3b2c9e01';
  const masterKeys = new MasterKeys([randomBytes(32)]);

  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url });
    stores = new PostgresStores(database, masterKeys);

    const facts = { street: PLANTED, essay: PLANTED.repeat(2_000) };
    const entry = { ...creation().entry, detail: { street: PLANTED } };
    created = creation({ state: runState('declareMove', facts), entry });
    const { journey } = created;
    asked = step(created, {
      state: runState('underWay', facts),
      dispatches: [newDispatch(1, { input: { street: PLANTED } })],
      messages: [{ person, role: 'applicant', text: 'moved', content: contentOf(PLANTED) }],
      participants: [{ role: 'applicant', person }],
    });
    const settles = { seq: 1, status: 'answered', answer: { street: PLANTED } } as const;
    await stores.journeys.commit([created]);
    await stores.drafts.save(journey, 'declareMove', person, draftOf({ street: PLANTED }));
    await stores.journeys.commit([asked]);
    await stores.journeys.commit([step(asked, { settles, state: runState('moved', facts) })]);
    await stores.persons.personOf(CPR);
    const session = { person, role: 'citizen', face: 'face', acr: 'high', signIn: PLANTED, startedAt: 0 };
    const opened = await stores.sessions.open({ ...session, expiresAt: END, endsAt: END }, PLANTED);
    await stores.browserSessions.save(PLANTED, { typed: PLANTED, cpr: CPR }, END, opened?.id, 0);
    await stores.signingKeys.add({ generation: 1, id: 'key', jwk: { d: PLANTED }, madeAt: 0 });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  /** Every row of every table as text; bytea comes as the bytes it holds. */
  async function everyRow(): Promise<Map<string, Buffer>> {
    const names = "select tablename from pg_tables where schemaname = 'public' order by 1";
    const contents = new Map<string, Buffer>();
    for (const { tablename } of await rowsFrom<{ tablename: string }>(fresh.url, names)) {
      const rows = await rowsFrom<Record<string, unknown>>(fresh.url, `select * from ${tablename}`);
      const cells = rows
        .flatMap(row => Object.values(row))
        .map(cell => (Buffer.isBuffer(cell) ? cell : Buffer.from(JSON.stringify(cell) ?? '')));
      contents.set(tablename, Buffer.concat(cells));
    }
    return contents;
  }

  it('is there, in every table that has content', async () => {
    const contents = await everyRow();
    const filled = [...contents].filter(([, bytes]) => bytes.length > 0).map(([table]) => table);
    expect(filled).toEqual(
      expect.arrayContaining(['journey', 'journal', 'dispatch', 'message', 'draft', 'person']),
    );
    expect(contents.get('journey')!.toString()).toContain('underWay');
    expect((await stores.journeys.load(created.journey))?.state.chart.context.facts).toMatchObject({
      street: PLANTED,
    });
    expect(await stores.drafts.find(created.journey, 'declareMove', person)).toEqual(
      draftOf({ street: PLANTED }),
    );
  });

  it('tells nothing of what was entrusted to it, in no table', async () => {
    for (const [table, bytes] of await everyRow()) {
      for (const secret of [PLANTED, CPR, CPR.slice(0, 6)]) {
        for (const form of [
          secret,
          Buffer.from(secret).toString('hex'),
          Buffer.from(secret).toString('base64'),
        ]) {
          expect([table, form, bytes.includes(form)]).toEqual([table, form, false]);
        }
      }
    }
  });

  it('tells nothing on the disk either: not in tables, not in the log of what is written', async () => {
    // Puts what was planted on purpose into the same files, to see that it would be found there.
    await rowsFrom(fresh.url, "create table control as select 'Kontrolværdi'::text || '4711' as planted");
    await rowsFrom(fresh.url, 'checkpoint');
    const folder = postgresFolder();
    const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name));
    let control = 0;
    for (const file of files) {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      if (bytes.includes('Kontrolværdi4711')) control += 1;
      expect([file, bytes.includes(PLANTED), bytes.includes(CPR)]).toEqual([file, false, false]);
    }
    expect(control).toBeGreaterThanOrEqual(1);
  });

  it('cannot be read any more once the key of the journey is erased, by nobody, and says so', async () => {
    const { journey } = created;
    await rowsFrom(fresh.url, 'delete from journey_key where journey_id = $1', [journey]);
    const elsewhere = openDatabase({ url: fresh.url });
    for (const reader of [stores, new PostgresStores(elsewhere, masterKeys)]) {
      const reads = [
        reader.journeys.load(journey),
        reader.journeys.journal(journey),
        reader.dispatches.find(`${journey}-1`),
        reader.dispatches.ofJourney(journey),
        reader.drafts.find(journey, 'declareMove', person),
        reader.drafts.save(journey, 'declareMove', person, draftOf(null)),
      ];
      for (const read of reads) {
        await expect(read).rejects.toThrow(InvariantError);
        await expect(read).rejects.toMatchObject({
          code: 'unsealable',
          message: `journey ${journey} has no key: its data have been erased`,
        });
      }
    }
    const [outcome] = await new PostgresStores(elsewhere, masterKeys).journeys.commit([
      step(asked, { expects: 3 }),
    ]);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'unsealable' } });
    // What ops see stays.
    expect(await stores.ops.journeys({})).toMatchObject([{ journey, version: 3 }]);
    expect(await stores.ops.dispatches({ journey })).toMatchObject([{ status: 'answered' }]);
    await elsewhere.close();
  });

  it.each([
    ['service', "update dispatch set service = 'kommune.readServices' where journey_id = $1"],
    ['authority', "update dispatch set authority = 'kommune' where journey_id = $1"],
  ])('cannot be sent elsewhere by someone who writes another %s beside it', async (_, tamper) => {
    const mine = creation();
    const { journey } = mine;
    await stores.journeys.commit([{ ...mine, dispatches: [newDispatch(1)] }]);
    await database.pool.query(tamper, [journey]);
    const { dispatches } = stores;
    for (const read of [() => dispatches.find(`${journey}-1`), () => dispatches.ofJourney(journey)]) {
      await expect(read()).rejects.toMatchObject({ code: 'unsealable' });
    }
  });

  it.each([
    ['definition', "definition = 'divorce'"],
    ['hash', "hash = repeat('0', 64)"],
    ['status', "status = 'done'"],
    ['version', 'version = 2'],
  ])('cannot be read by another law: %s', async (_, change) => {
    const mine = creation();
    await stores.journeys.commit([mine]);
    await database.pool.query(`update journey set ${change} where journey_id = $1`, [mine.journey]);
    await expect(stores.journeys.load(mine.journey)).rejects.toMatchObject({ code: 'unsealable' });
  });

  it('cannot be swapped between journeys by someone who can write to Postgres', async () => {
    const [mine, theirs] = [creation(), creation()];
    await stores.journeys.commit([mine, theirs]);
    await rowsFrom(
      fresh.url,
      'update journey set state = (select state from journey where journey_id = $1) where journey_id = $2',
      [theirs.journey, mine.journey],
    );
    await expect(stores.journeys.load(mine.journey)).rejects.toMatchObject({
      code: 'unsealable',
      message: `state/1 of journey ${mine.journey} cannot be opened: it is not what was sealed there`,
    });
  });
});
