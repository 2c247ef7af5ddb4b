import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { type AccessChainStore, type AccessProof, ChainCheck, checkProof, Erasing } from '#runtime';
import { signHead } from '../../libs/runtime/src/proving/signed-head.js';
import { MemoryAnnouncer } from '../../libs/runtime/src/memory/index.js';
import { newDispatch, step } from '../conformance/ports/changes.js';
import { type ChainedWorld, openChainedWorld } from './chained-world.js';

/** Chains to which something happens just before their entries are first read. */
function beforeReading(chains: AccessChainStore, happens: () => Promise<unknown>): AccessChainStore {
  let begun = false;
  return {
    extend: (most, grow) => chains.extend(most, grow),
    chains: (limit, after) => chains.chains(limit, after),
    chainsOf: person => chains.chainsOf(person),
    chainsWith: of => chains.chainsWith(of),
    standing: () => chains.standing(),
    unchained: limit => chains.unchained(limit),
    entries: async (chain, after, limit) => {
      if (!begun) {
        begun = true;
        await happens();
      }
      return chains.entries(chain, after, limit);
    },
  };
}

describe('the chain of who was given or looked at what', () => {
  let world: ChainedWorld;
  let stores: ChainedWorld['stores'];
  let anna: string;
  let journey: string;

  beforeEach(async () => {
    world = await openChainedWorld();
    ({ stores } = world);
    anna = await stores.persons.personOf('0101900002');
    journey = await world.moved(anna);
  });
  afterEach(() => world?.close());

  const erasing = (): Erasing =>
    new Erasing({
      erasures: stores.erasures,
      list: world.list,
      news: { tell: () => undefined },
      sessions: { endAll: async () => undefined },
      announcer: new MemoryAnnouncer(),
      definitions: world.definitions,
      calendar: world.clock,
    });

  it('holds what was given and looked at, once, however often it is asked for and by how many', async () => {
    const id = await world.look(journey);
    const rounds = await Promise.all([1, 2, 3].map(() => world.newChaining().round()));
    const appended = rounds.reduce((sum, round) => sum + round.appended, 0) + (await world.chained());
    const given = await world.query('select 1 from dispatch where categories is not null');
    expect(given.length).toBeGreaterThan(0);
    expect(appended).toBe(given.length + 1);
    expect(await world.chained()).toBe(0);
    expect(await world.check.run()).toEqual({ persons: 1, entries: appended, erased: 0, erasedPersons: 0 });
    expect(await world.query('select look from access_entry where look is not null')).toEqual([
      { look: Number(id) },
    ]);
  });

  it('goes on from where it was, in the order in which it was recorded', async () => {
    const first = await world.chained();
    await world.look(journey);
    const other = await world.moved(anna);
    await world.look(other);
    const more = await world.chained();
    const [chain] = await stores.chains.chainsOf(anna);
    expect(chain).toMatchObject({ person: anna, withheld: false, entries: first + more });
    const recorded = await world.query('select recorded from access_entry order by number');
    const numbers = recorded.map(row => (row as { recorded: number }).recorded);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(await world.fault()).toBeUndefined();
  });

  it('is proven while it grows', async () => {
    await world.chained();
    const growing = beforeReading(stores.chains, async () => {
      await world.look(journey);
      await world.chained();
    });
    const report = await new ChainCheck({ chains: growing, keys: world.keys }).run();
    expect(report.fault).toBeUndefined();
    expect(report).toEqual(await world.check.run());
  });

  it('is proven while somebody is erased', async () => {
    const entries = await world.chained();
    const meanwhile = beforeReading(stores.chains, () => erasing().person(anna, { reason: 'request' }));
    const { keys, list } = world;
    const report = await new ChainCheck({ chains: meanwhile, keys, list }).run();
    expect(report).toMatchObject({ entries, erased: entries });
    expect(report.fault).toBeUndefined();
  });

  it('passes by what is of no journey, such as the letter that tells of a mandate', async () => {
    const other = randomUUID();
    await world.query(
      `insert into dispatch (journey_id, seq, service, authority, status, created_at, ring_at, input, persons, categories, ground)
        values ($1, -1, 'digitalPost.deliver', 'digitalPost', 'pending', now(), now(), '', array[$2::uuid], array['identity'], '')`,
      [other, anna],
    );
    await world.chained();
    expect(await world.query('select 1 from access_entry where journey = $1', [other])).toEqual([]);
    expect(await world.fault()).toBeUndefined();
  });

  describe('when somebody tampers with the tables', () => {
    let entries: number;
    beforeEach(async () => {
      await world.look(journey);
      await world.moved(anna);
      entries = await world.chained();
    });

    it('finds a request that now says something else', async () => {
      await world.query(
        `update dispatch set ground = 'none' where journey_id = $1 and categories is not null`,
        [journey],
      );
      expect(await world.fault()).toMatchObject({
        kind: 'changed',
        person: anna,
        record: expect.stringContaining(journey),
      });
    });

    it('finds a request that now says something else, also when it was made to look new', async () => {
      await world.query(
        `update dispatch set ground = 'none', recorded = pg_current_xact_id()::text::bigint where journey_id = $1 and categories is not null`,
        [journey],
      );
      await world.chained();
      expect(await world.fault()).toMatchObject({ kind: 'changed', person: anna });
    });

    it('finds a look that is gone, and says when it was', async () => {
      await world.query('delete from audit');
      expect(await world.fault()).toMatchObject({
        kind: 'gone',
        person: anna,
        record: expect.stringMatching(/^look-/),
        at: new Date(world.clock.now()).toISOString(),
      });
    });

    it('finds an entry that is missing, in the middle and at the end', async () => {
      await world.query('delete from access_entry where number = 2');
      expect(await world.fault()).toMatchObject({ kind: 'missing', number: 2 });
      await world.query('delete from access_entry where number > 1');
      expect(await world.fault()).toMatchObject({ kind: 'missing', number: 2 });
      await world.query('update access_chain set entries = 1, link = (select link from access_entry)');
      expect(await world.fault()).toMatchObject({ kind: 'head', number: 1 });
    });

    it('finds two entries that were swapped', async () => {
      await world.query(`update access_entry set number = 100 + number where number in (1, 2)`);
      await world.query(`update access_entry set number = 103 - number where number > 100`);
      expect(await world.fault()).toMatchObject({ kind: 'link', number: 1 });
    });

    it('finds an entry that was exchanged, with all links after it', async () => {
      await world.query(`update access_entry set commitment = $1 where number = ${entries}`, [
        randomBytes(32),
      ]);
      expect(await world.fault()).toMatchObject({ kind: 'link', number: entries });
    });

    it('finds content that belongs to another entry', async () => {
      await world.query(
        `update access_entry e set content = o.content from access_entry o where e.number = 1 and o.number = 2`,
      );
      expect(await world.fault()).toMatchObject({ kind: 'content', number: 1 });
    });

    it('finds a head that we have not signed', async () => {
      const [chain] = await stores.chains.chainsOf(anna);
      const { id } = await world.keys.signing();
      const { privateKey } = generateKeyPairSync('ed25519');
      const forged = signHead({ ...chain!, chain: chain!.id }, { id, key: privateKey }, 0);
      await world.query('update access_chain set head = $1', [forged]);
      expect(await world.fault()).toMatchObject({ kind: 'head' });
    });

    it('finds what was recorded and never chained', async () => {
      await world.query(
        `insert into audit (at, actor, action, subjects, recorded) values (now(), 'ops:x', 'journey-read', array[$1], 1)`,
        [journey],
      );
      expect(await world.fault()).toMatchObject({
        kind: 'unchained',
        record: expect.stringMatching(/^look-/),
      });
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
    await world.chained();
    expect(await stores.chains.chainsOf(bo)).toMatchObject([{ withheld: true, entries: 1 }]);
    expect(await stores.chains.chainsOf(anna)).toMatchObject([{ withheld: false }]);
    expect(await world.fault()).toBeUndefined();
  });

  it('is proven after a journey was erased, and nothing can be read of it', async () => {
    const other = await world.moved(anna);
    const entries = await world.chained();
    await erasing().journey(journey, { reason: 'request', underWay: true });
    const report = await world.check.run(anna);
    expect(report).toEqual({ persons: 1, entries, erased: entries / 2, erasedPersons: 0 });
    const left = await world.query('select * from access_entry where journey is not null');
    expect(left.every(row => (row as { journey: string }).journey === other)).toBe(true);
    const [gone] = await stores.chains.entries((await stores.chains.chainsOf(anna))[0]!.id, 0, 1);
    expect(gone!.content).toBeUndefined();

    await erasing().person(anna, { reason: 'request' });
    expect(await stores.chains.chainsOf(anna)).toEqual([]);
    expect(await world.check.run()).toEqual({ persons: 1, entries, erased: entries, erasedPersons: 1 });
  });

  describe('as a proof that somebody takes home', () => {
    const checked = (proof: AccessProof) => checkProof(JSON.stringify(proof));

    it('tells which data went to whom, and never which other person it was', async () => {
      await world.look(journey);
      const entries = await world.chained();
      const proof = (await world.proofs.of(anna))!;
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
      await world.look(journey);
      const entries = await world.chained();
      const proof = (await world.proofs.of(anna))!;
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
      const named = { ...publicKey.export({ format: 'jwk' }), kid: (await world.keys.signing()).id };
      expect(checked({ ...proof, keys: [named] })).toEqual({ kind: 'unsigned' });
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries });
    });

    it('still holds when a journey in it was erased, and is nothing to one who is not known', async () => {
      const entries = await world.chained();
      await stores.erasures.erase(journey, world.clock.now());
      const proof = (await world.proofs.of(anna))!;
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries, told: 0 });
      expect(await world.proofs.of(randomUUID())).toBeUndefined();
    });

    it('tells nothing of a journey that whoever reads may not see', async () => {
      const entries = await world.chained();
      const proof = (await world.proofs.of(anna, { reaches: () => false, isThemselves: true }))!;
      expect(checked(proof)).toMatchObject({ kind: 'proven', entries, told: 0 });
    });

    it('tells of a case of others what little there is to tell, and nothing to whom not every case is known', async () => {
      const bo = await stores.persons.personOf('0202900003');
      await world.query('update dispatch set persons = array[$1::uuid] where categories is not null', [bo]);
      await world.chained();
      const own = (await world.proofs.of(bo))!;
      expect(checked(own)).toMatchObject({ kind: 'proven', told: own.entries.length });
      expect(own.entries[0]!.fields).toMatchObject({
        kind: { value: 'given' },
        journey: { digest: expect.any(String) },
      });
      const limited = { reaches: (definition?: string) => definition === 'moving', isThemselves: false };
      expect(checked((await world.proofs.of(bo, limited))!)).toMatchObject({ kind: 'proven', told: 0 });
    });
  });

  it('verifies what a key has signed that signs no more', async () => {
    await world.chained();
    world.clock.advance(91 * 24 * 60 * 60_000);
    await world.look(journey);
    const bo = await stores.persons.personOf('0202900003');
    await world.moved(bo);
    await world.chained();
    expect(await world.keys.published()).toHaveLength(2);
    expect(await world.query('select generation from head_key where wrapped is not null')).toEqual([
      { generation: 2 },
    ]);
    expect(await world.fault()).toBeUndefined();
  });

  it('finds what is left to chain in a copy on another server, whose transactions have other numbers', async () => {
    await world.chained();
    await world.look(journey);
    await world.query('update access_chain_progress set recorded_below = 1000000000');
    await world.query('update audit set recorded = 1000000007');
    expect(await world.chained()).toBe(1);
    expect(await world.chained()).toBe(0);
    await world.look(journey);
    expect(await world.chained()).toBe(1);
    expect(await world.fault()).toBeUndefined();
  });
});
