import { randomUUID } from 'node:crypto';
import { type AuditAction, checkProof, DisclosureReader, type GivenMandate, RetryableError } from '#runtime';
import { until } from '../support/index.js';
import { type ChainedWorld, openChainedWorld } from './chained-world.js';

let world: ChainedWorld;
let anna: string;
let journey: string;

beforeEach(async () => {
  world = await openChainedWorld();
  anna = await world.stores.persons.personOf('0101900002');
  journey = await world.moved(anna);
  await world.chained();
});
afterEach(() => world?.close());

describe('what is gone without being on the list of erasures is found', () => {
  const gone = 'journey = null, seq = null, look = null, own = null, recorded = null, content = null';

  it('as an entry that somebody has emptied', async () => {
    await world.query(`update access_entry set ${gone} where number = 1`);
    expect(await world.fault()).toMatchObject({ kind: 'unlisted', person: anna, number: 1 });
  });

  it('as a journey that was erased past the list, and its mark does not pass for another', async () => {
    const other = await world.moved(anna);
    const more = await world.chained();
    await world.stores.erasures.erase(journey, world.clock.now());
    expect(await world.fault()).toMatchObject({ kind: 'unlisted', number: 1 });
    await world.list.append({ kind: 'journey', id: journey, at: 0, reason: 'request' });
    expect(await world.fault()).toBeUndefined();
    const [chain] = await world.stores.chains.chainsOf(anna);
    const number = chain!.entries - more + 1;
    await world.query(
      `update access_entry e set ${gone}, erased = o.erased from access_entry o where e.number = $1 and o.number = 1`,
      [number],
    );
    expect(await world.fault()).toMatchObject({ kind: 'unlisted', number });
    expect(await world.stores.journeys.load(other)).toBeDefined();
  });

  it('as a chain that is nobody’s', async () => {
    await world.stores.erasures.erasePerson(anna);
    expect(await world.fault()).toMatchObject({ kind: 'unlisted', chain: expect.any(String) });
    await world.list.append({ kind: 'person', id: anna, at: 0, reason: 'request' });
    expect(await world.check.run()).toMatchObject({ persons: 1, erased: 0, erasedPersons: 1 });
    expect(await world.fault()).toBeUndefined();
    await world.query('update access_chain set erased = null');
    expect(await world.fault()).toMatchObject({ kind: 'unlisted' });
  });
});

describe('what concerns one person alone', () => {
  const caseworker = randomUUID();
  let bo: string;
  let assistance: string;
  let mandate: string;

  const audited = async (action: AuditAction, subjects: readonly string[], outcome = 'done') => {
    const id = await world.stores.audit.append({
      at: world.clock.now(),
      actor: `caseworker:${caseworker}`,
      action,
      subjects: [assistance, ...subjects],
    });
    await world.stores.audit.conclude(id, outcome);
    return id;
  };

  beforeEach(async () => {
    const { stores, clock } = world;
    const at = clock.now();
    bo = await stores.persons.personOf('0202900003');
    assistance = randomUUID();
    await stores.assistances.add({
      id: assistance,
      caseworker,
      authority: '0630',
      person: anna,
      identified: 'counter',
      reason: 'exempt',
      from: at,
      until: at + 1_000,
    });
    await audited('assisted-look', [journey]);
    await audited('assisted-send', [journey, 'declareMove']);
    await audited('assisted-fill', [journey], 'invalid');
    await audited('assisted-act', []);
    mandate = randomUUID();
    const given: GivenMandate = {
      holder: bo,
      person: anna,
      basis: 'given',
      journeys: 'all',
      from: at,
      until: at + 1_000,
      gift: { id: mandate, at, names: { holder: 'Bo', person: 'Anna' } },
    };
    const disclosure = { persons: [anna], categories: ['message'], ground: 'lov' };
    const letter = { seq: -1_000, service: 'digitalPost.deliver', authority: 'digitalPost', input: null };
    await stores.given.add(given, {
      entry: 1,
      at,
      messages: [],
      dispatches: [{ ...letter, ringAt: at, disclosure }],
    });
    const correction = { id: randomUUID(), person: anna, at, lastDay: '2025-02-01', definition: 'moving' };
    const asked = { service: 'cpr.correctData', authority: 'cpr' };
    await stores.corrections.add(
      {
        ...correction,
        ...asked,
        content: {
          dispatch: `${journey}-1`,
          concerns: { da: 'Flytning', en: 'Moving' },
          wrong: '',
          right: '',
        },
      },
      {
        entry: 1,
        at,
        messages: [],
        dispatches: [
          { seq: 0, ...asked, input: null, ringAt: at, disclosure },
          { ...letter, ringAt: at, disclosure },
        ],
      },
    );
    const text = { person: anna, at, way: 'sms', address: '+4512345678' } as const;
    const texted = { categories: ['contact'], ground: 'lov' };
    await stores.secondChannels.record({ ...text, purpose: 'code', disclosure: texted });
    const delivery = { journey, seq: -1_000 };
    for (let times = 0; times < 2; times += 1) {
      await stores.secondChannels.record({ ...text, purpose: 'news', delivery, disclosure: texted });
    }
  });

  const EACH = ['acted', 'acted', 'correction', 'helped', 'looked', 'texted', 'texted', 'written', 'written'];
  const shown = async (person: string, isThemselves = true) => {
    const proof = await world.proofs.of(person, { reaches: () => true, isThemselves });
    if (proof) expect(checkProof(JSON.stringify(proof))).toMatchObject({ kind: 'proven' });
    return (proof?.entries ?? []).flatMap(({ fields }) => (fields ? [fields] : []));
  };
  const kinds = (fields: Awaited<ReturnType<typeof shown>>) =>
    fields
      .flatMap(({ kind }) => (kind && 'value' in kind && kind.value !== 'given' ? [kind.value] : []))
      .sort();
  const listed = async (person: string, isThemselves = true) => {
    const { journeys, definitions, stores } = world;
    const reader = new DisclosureReader({ journeys, definitions, disclosures: stores.disclosures });
    const { items } = await reader.page({ person, limit: 100 }, { reaches: () => true, isThemselves });
    return items.filter(({ kind }) => kind !== 'given');
  };

  it('stands in their chain and their list, each once, and in nobody else’s', async () => {
    expect(await world.chained()).toBe(EACH.length);
    expect(await world.chained()).toBe(0);
    expect(await world.fault()).toBeUndefined();
    expect(kinds(await shown(anna))).toEqual(EACH);
    expect((await listed(anna)).map(({ kind }) => kind).sort()).toEqual(EACH);
    for (const stranger of [bo, caseworker]) {
      expect(kinds(await shown(stranger))).toEqual([]);
      expect(await listed(stranger)).toEqual([]);
    }
  });

  it('says what was done, in which case and at which step, and not by which caseworker', async () => {
    await world.chained();
    const fields = await shown(anna);
    const said = (kind: string) =>
      fields.filter(({ kind: told }) => told && 'value' in told && told.value === kind);
    expect(said('acted')).toContainEqual(
      expect.objectContaining({
        journey: { value: journey, salt: expect.any(String) },
        did: { value: 'assisted-send', salt: expect.any(String) },
        task: { value: 'declareMove', salt: expect.any(String) },
      }),
    );
    expect(said('texted')[0]).toMatchObject({ address: { value: '+4512345678' } });
    expect(JSON.stringify(fields)).not.toContain(caseworker);
    expect(await listed(anna)).toContainEqual(
      expect.objectContaining({ kind: 'texted', purpose: 'news', of: expect.objectContaining({ journey }) }),
    );
  });

  it('is told to whoever acts for them only as far as it is no secret from that one', async () => {
    await world.chained();
    const open = EACH.filter(kind => kind !== 'texted' && kind !== 'written');
    expect(kinds(await shown(anna, false))).toEqual(open);
    expect((await listed(anna, false)).map(({ kind }) => kind).sort()).toEqual(open);
  });

  it('is proven but for what happened in a journey whose definition does not compile any more', async () => {
    const entries = await world.chained();
    const proofs = world.newProofs(() => {
      throw new Error("'population' has no initial state");
    });
    const proof = (await proofs.of(anna))!;
    const told = proof.entries.flatMap(({ fields }) => (fields ? [fields] : []));
    expect(kinds(told)).toEqual(['acted', 'correction', 'helped', 'texted', 'written', 'written']);
    expect(checkProof(JSON.stringify(proof))).toMatchObject({ kind: 'proven', told: told.length });
    expect(proof.entries.length).toBeGreaterThan(entries);
  });

  it('is not given with less in it while definitions are out of reach', async () => {
    await world.chained();
    const proofs = world.newProofs(() => {
      throw new RetryableError('the store is away');
    });
    await expect(proofs.of(anna)).rejects.toThrow(RetryableError);
  });

  it.each([
    ['an assistance', `update assistance set reason = 'noSignIn'`],
    ['a text', `update sent_text set purpose = purpose, ground = 'none'`],
    ['an act', `update audit set subjects = subjects || array['other'] where action = 'assisted-act'`],
    ['what a letter said', `update dispatch set ground = 'none' where service = 'digitalPost.deliver'`],
  ])('is found to be changed: %s', async (_, change) => {
    await world.chained();
    await world.query(change);
    expect(await world.fault()).toMatchObject({ kind: 'changed', person: anna });
  });

  it('is found when it was never chained, by its id in the log', async () => {
    await world.chained();
    await world.query('delete from access_entry');
    const logged = await world.stores.disclosures.page({ person: anna, limit: 99 });
    expect([...(await world.stores.chains.unchained(99))].sort()).toEqual(logged.map(({ id }) => id).sort());
  });

  it('goes with the person, and what is left is proven by the list of erasures', async () => {
    await world.moved(bo);
    await world.chained();
    await world.stores.erasures.erase(journey, world.clock.now());
    await world.stores.erasures.erasePerson(anna);
    for (const [kind, id] of [
      ['journey', journey],
      ['person', anna],
    ] as const) {
      expect(await world.fault()).toMatchObject({ kind: 'unlisted' });
      await world.list.append({ kind, id, at: 0, reason: 'request' });
    }
    expect(await world.check.run()).toMatchObject({ persons: 2, erasedPersons: 1 });
    expect(await world.fault()).toBeUndefined();
    expect(
      await world.query('select from journey_key where journey_id = any($1::uuid[])', [[anna, mandate]]),
    ).toEqual([]);
    expect(await world.query('select from sent_text')).toEqual([]);
  });

  it('is chained with the key that somebody makes at the same moment', async () => {
    const { mandates } = world.stores;
    await mandates.add([{ holder: bo, person: anna, basis: 'guardian', journeys: 'all', from: 0 }]);
    await mandates.name(anna, { name: 'Anna Holm', since: 0 });
    const [key] = await world.query('delete from journey_key where journey_id = $1 returning wrapped', [
      anna,
    ]);
    const maker = await world.database.pool.connect();
    await maker.query('begin');
    await maker.query('insert into journey_key values ($1, $2)', [anna, key.wrapped]);
    const round = world.chaining.round();
    const waiting =
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await until(async () => (await world.query(waiting)).length > 0, 'the chain to wait for the key');
    await maker.query('commit');
    maker.release();
    expect((await round).appended).toBe(EACH.length);
    expect(await world.fault()).toBeUndefined();
    expect(await mandates.between(bo, anna)).toContainEqual(expect.objectContaining({ name: 'Anna Holm' }));
  });

  it('is chained of nobody who was erased meanwhile', async () => {
    await world.stores.erasures.erasePerson(anna);
    await world.chained();
    expect(await world.query('select from access_entry where own is not null')).toEqual([]);
    expect(await world.query('select from journey_key where journey_id = $1', [anna])).toEqual([]);
  });
});
