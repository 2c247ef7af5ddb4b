import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { MasterKeys, PostgresStores, migrate, openDatabase, type Database } from '#postgres';
import {
  type AccessChainStore,
  type AccessProof,
  ChainCheck,
  type ChainFault,
  Chaining,
  checkProof,
  Definitions,
  Erasing,
  HeadKeys,
  ProofReader,
} from '#runtime';
import { signHead } from '../../libs/runtime/src/proving/signed-head.js';
import { MemoryAnnouncer, MemoryErasureList } from '../../libs/runtime/src/memory/index.js';
import { sampleWorld } from '../../libs/runtime/test/sample-runtime.js';
import { newDispatch, step } from '../conformance/ports/changes.js';
import { chainAll, freshDatabase, type FreshDatabase } from '../support/index.js';

const move = { date: '2025-03-10', address: { street: 'Strandvejen 1', postcode: '8000' } };

describe('the chain of who was given or looked at what', () => {
  const masterKeys = new MasterKeys([randomBytes(32)]);
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  let world: Awaited<ReturnType<typeof sampleWorld>>;
  let check: ChainCheck;
  let list: MemoryErasureList;
  let anna: string;
  let journey: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
    await migrate(fresh.url);
    database = openDatabase({ url: fresh.url, connections: 4, groupConnections: 2 });
    stores = new PostgresStores(database, masterKeys);
  });
  beforeEach(async () => {
    await query(`truncate access_entry, access_chain, head_key, audit, journey, journey_key, journal, dispatch, timer,
      participant, message, draft, document, person, assistance, sent_text, given_mandate cascade`);
    await query('update access_chain_progress set recorded_below = 0');
    world = await sampleWorld();
    list = new MemoryErasureList();
    check = new ChainCheck({ chains: stores.chains, keys: headKeys(), list });
    anna = await stores.persons.personOf('0101900002');
    journey = await moved(anna);
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const headKeys = (): HeadKeys => new HeadKeys(stores.headKeys, world.clock);
  const definitions = (): Definitions => new Definitions(world.stores.definitions, () => world.compiled());
  const chaining = (): Chaining =>
    new Chaining({
      chains: stores.chains,
      keys: headKeys(),
      definitions: definitions(),
      wall: world.clock,
    });
  const erasing = (): Erasing =>
    new Erasing({
      erasures: stores.erasures,
      list,
      news: { tell: () => undefined },
      sessions: { endAll: async () => undefined },
      announcer: new MemoryAnnouncer(),
      definitions: definitions(),
      calendar: world.clock,
    });
  const query = async (text: string, values: unknown[] = []) =>
    (await database.pool.query(text, values)).rows;

  /** Chains all that there is. */
  const chained = (): Promise<number> => chainAll(chaining(), database);

  async function moved(person: string): Promise<string> {
    const runtime = world.runtime(stores);
    const { record } = await runtime.start({ definition: 'moving', person });
    await runtime.submit({ journey: record.id, person, task: 'declareMove', event: 'submit', data: move });
    return record.id;
  }

  async function look(at = journey): Promise<string> {
    const entry = { at: world.clock.now(), actor: `ops:${randomUUID()}`, action: 'journey-read' } as const;
    const id = await stores.audit.append({ ...entry, subjects: [at] });
    await stores.audit.conclude(id, 'done');
    return id;
  }

  async function fault(): Promise<ChainFault | undefined> {
    return (await check.run()).fault;
  }

  it('holds what was given and looked at, once, however often it is asked for and by how many', async () => {
    const id = await look();
    const rounds = await Promise.all([chaining().round(), chaining().round(), chaining().round()]);
    const appended = rounds.reduce((sum, round) => sum + round.appended, 0) + (await chained());
    const given = await query('select 1 from dispatch where categories is not null');
    expect(given.length).toBeGreaterThan(0);
    expect(appended).toBe(given.length + 1);
    expect(await chained()).toBe(0);
    expect(await check.run()).toEqual({ persons: 1, entries: appended, erased: 0, erasedPersons: 0 });
    expect(await query('select look from access_entry where look is not null')).toEqual([
      { look: Number(id) },
    ]);
  });

  it('goes on from where it was, in the order in which it was recorded', async () => {
    const first = await chained();
    await look();
    const other = await moved(anna);
    await look(other);
    const more = await chained();
    const [chain] = await stores.chains.chainsOf(anna);
    expect(chain).toMatchObject({ person: anna, withheld: false, entries: first + more });
    const recorded = await query('select recorded from access_entry order by number');
    const numbers = recorded.map(row => (row as { recorded: number }).recorded);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(await fault()).toBeUndefined();
  });

  it('is proven while it grows', async () => {
    await chained();
    const { chains } = stores;
    let grown = false;
    const growing: AccessChainStore = {
      extend: (most, grow) => chains.extend(most, grow),
      chains: (limit, after) => chains.chains(limit, after),
      chainsOf: person => chains.chainsOf(person),
      chainsWith: of => chains.chainsWith(of),
      standing: () => chains.standing(),
      unchained: limit => chains.unchained(limit),
      entries: async (chain, after, limit) => {
        if (!grown) {
          grown = true;
          await look();
          await chained();
        }
        return chains.entries(chain, after, limit);
      },
    };
    const report = await new ChainCheck({ chains: growing, keys: headKeys() }).run();
    expect(report.fault).toBeUndefined();
    expect(report).toEqual(await check.run());
  });

  it('passes by what is of no journey, such as the letter that tells of a mandate', async () => {
    const other = randomUUID();
    await query(
      `insert into dispatch (journey_id, seq, service, authority, status, created_at, ring_at, input, persons, categories, ground)
        values ($1, -1, 'digitalPost.deliver', 'digitalPost', 'pending', now(), now(), '', array[$2::uuid], array['identity'], '')`,
      [other, anna],
    );
    await chained();
    expect(await query('select 1 from access_entry where journey = $1', [other])).toEqual([]);
    expect(await fault()).toBeUndefined();
  });

  describe('when somebody tampers with the tables', () => {
    let entries: number;
    beforeEach(async () => {
      await look();
      await moved(anna);
      entries = await chained();
    });

    it('finds a request that now says something else', async () => {
      await query(`update dispatch set ground = 'none' where journey_id = $1 and categories is not null`, [
        journey,
      ]);
      expect(await fault()).toMatchObject({
        kind: 'changed',
        person: anna,
        record: expect.stringContaining(journey),
      });
    });

    it('finds a request that now says something else, also when it was made to look new', async () => {
      await query(
        `update dispatch set ground = 'none', recorded = pg_current_xact_id()::text::bigint where journey_id = $1 and categories is not null`,
        [journey],
      );
      await chained();
      expect(await fault()).toMatchObject({ kind: 'changed', person: anna });
    });

    it('finds a look that is gone, and says when it was', async () => {
      await query('delete from audit');
      expect(await fault()).toMatchObject({
        kind: 'gone',
        person: anna,
        record: expect.stringMatching(/^look-/),
        at: new Date(world.clock.now()).toISOString(),
      });
    });

    it('finds an entry that is missing, in the middle and at the end', async () => {
      await query('delete from access_entry where number = 2');
      expect(await fault()).toMatchObject({ kind: 'missing', number: 2 });
      await query('delete from access_entry where number > 1');
      expect(await fault()).toMatchObject({ kind: 'missing', number: 2 });
      await query('update access_chain set entries = 1, link = (select link from access_entry)');
      expect(await fault()).toMatchObject({ kind: 'head', number: 1 });
    });

    it('finds two entries that were swapped', async () => {
      await query(`update access_entry set number = 100 + number where number in (1, 2)`);
      await query(`update access_entry set number = 103 - number where number > 100`);
      expect(await fault()).toMatchObject({ kind: 'link', number: 1 });
    });

    it('finds an entry that was exchanged, with all links after it', async () => {
      await query(`update access_entry set commitment = $1 where number = ${entries}`, [randomBytes(32)]);
      expect(await fault()).toMatchObject({ kind: 'link', number: entries });
    });

    it('finds content that belongs to another entry', async () => {
      await query(
        `update access_entry e set content = o.content from access_entry o where e.number = 1 and o.number = 2`,
      );
      expect(await fault()).toMatchObject({ kind: 'content', number: 1 });
    });

    it('finds a head that we have not signed', async () => {
      const [chain] = await stores.chains.chainsOf(anna);
      const { id } = await headKeys().signing();
      const { privateKey } = generateKeyPairSync('ed25519');
      const forged = signHead({ ...chain!, chain: chain!.id }, { id, key: privateKey }, 0);
      await query('update access_chain set head = $1', [forged]);
      expect(await fault()).toMatchObject({ kind: 'head' });
    });

    it('finds what was recorded and never chained', async () => {
      await query(
        `insert into audit (at, actor, action, subjects, recorded) values (now(), 'ops:x', 'journey-read', array[$1], 1)`,
        [journey],
      );
      expect(await fault()).toMatchObject({ kind: 'unchained', record: expect.stringMatching(/^look-/) });
    });
  });

  it('keeps apart what a person may not know, and proves that as well', async () => {
    const bo = randomUUID();
    const load = await stores.journeys.load(journey);
    const before = { journey, definition: 'moving', hash: load!.hash, expects: load!.version - 1, at: 0 };
    await stores.journeys.commit([
      step({ ...before, at: world.clock.now() } as Parameters<typeof step>[0], {
        dispatches: [
          newDispatch(-5_000, {
            state: undefined,
            disclosure: { persons: [bo], categories: ['identity'], ground: '' },
          }),
        ],
      }),
    ]);
    await chained();
    expect(await stores.chains.chainsOf(bo)).toMatchObject([{ withheld: true, entries: 1 }]);
    expect(await stores.chains.chainsOf(anna)).toMatchObject([{ withheld: false }]);
    expect(await fault()).toBeUndefined();
  });

  it('is proven after a journey was erased, and nothing can be read of it', async () => {
    const other = await moved(anna);
    const entries = await chained();
    await erasing().journey(journey, { reason: 'request', underWay: true });
    const report = await check.run(anna);
    expect(report).toEqual({ persons: 1, entries, erased: entries / 2, erasedPersons: 0 });
    const left = await query('select * from access_entry where journey is not null');
    expect(left.every(row => (row as { journey: string }).journey === other)).toBe(true);
    const [gone] = await stores.chains.entries((await stores.chains.chainsOf(anna))[0]!.id, 0, 1);
    expect(gone!.content).toBeUndefined();

    await erasing().person(anna, { reason: 'request' });
    expect(await stores.chains.chainsOf(anna)).toEqual([]);
    expect(await check.run()).toEqual({ persons: 1, entries, erased: entries, erasedPersons: 1 });
  });

  describe('as a proof that somebody takes home', () => {
    const reader = (): ProofReader =>
      new ProofReader({
        chains: stores.chains,
        keys: headKeys(),
        journeys: world.readerOn(stores),
        definitions: definitions(),
      });
    const checked = (proof: AccessProof) => checkProof(JSON.stringify(proof));

    it('tells which data went to whom, and never which other person it was', async () => {
      await look();
      const entries = await chained();
      const proof = (await reader().of(anna))!;
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries, told: entries });
      const given = proof.entries.find(({ fields }) => fields!['service'])!;
      expect(given.fields).toMatchObject({
        journey: { value: journey },
        categories: { value: expect.arrayContaining(['address']) },
        ground: { value: expect.any(String) },
      });
      const hidden = proof.entries.flatMap(({ fields }) =>
        ['persons', 'actor', 'holder'].flatMap(name => fields![name] ?? []),
      );
      expect(hidden.length).toBe(entries);
      for (const field of hidden) expect(Object.keys(field)).toEqual(['digest']);
    });

    it('cannot be changed, shortened or signed by somebody else', async () => {
      await look();
      const entries = await chained();
      const proof = (await reader().of(anna))!;
      const [first] = proof.entries;
      const lie = { ...first!.fields!, at: { value: '2020-01-01T00:00:00.000Z', salt: 'AAAA' } };
      const rest = proof.entries.slice(1);
      expect(checked({ ...proof, entries: [{ number: 1, fields: lie }, ...rest] })).toEqual({
        kind: 'unsigned',
      });
      expect(checked({ ...proof, entries: rest })).toEqual({ kind: 'broken', number: 1 });
      expect(checked({ ...proof, entries: proof.entries.slice(0, -1) })).toEqual({ kind: 'unsigned' });
      expect(checked({ ...proof, keys: [] })).toEqual({ kind: 'unsigned' });
      expect(checkProof('{}')).toEqual({ kind: 'unreadable' });
      expect(checkProof('<html>')).toEqual({ kind: 'unreadable' });
      const { publicKey } = generateKeyPairSync('ed25519');
      const named = { ...publicKey.export({ format: 'jwk' }), kid: (await headKeys().signing()).id };
      expect(checked({ ...proof, keys: [named] })).toEqual({ kind: 'unsigned' });
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries });
    });

    it('still holds when a journey in it was erased, and is nothing to one who is not known', async () => {
      const entries = await chained();
      await stores.erasures.erase(journey, world.clock.now());
      const proof = (await reader().of(anna))!;
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries, told: 0 });
      expect(await reader().of(randomUUID())).toBeUndefined();
    });

    it('tells nothing of a journey that whoever reads may not see', async () => {
      const entries = await chained();
      const proof = (await reader().of(anna, { reaches: () => false, isThemselves: true }))!;
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries, told: 0 });
    });
  });

  it('verifies what a key has signed that signs no more', async () => {
    await chained();
    world.clock.advance(91 * 24 * 60 * 60_000);
    await look();
    const bo = await stores.persons.personOf('0202900003');
    await moved(bo);
    await chained();
    expect(await headKeys().published()).toHaveLength(2);
    expect(await query('select generation from head_key where wrapped is not null')).toEqual([
      { generation: 2 },
    ]);
    expect(await fault()).toBeUndefined();
  });

  it('finds what is left to chain in a copy on another server, whose transactions have other numbers', async () => {
    await chained();
    await look();
    await query('update access_chain_progress set recorded_below = 1000000000');
    await query('update audit set recorded = 1000000007');
    expect(await chained()).toBe(1);
    expect(await chained()).toBe(0);
    await look();
    expect(await chained()).toBe(1);
    expect(await fault()).toBeUndefined();
  });
});
