import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { contentOf, creation, draftOf, MINUTE, newDispatch, START, step } from './changes.js';
import { dueWork } from './due-work.js';
import { describeStores } from './store-adapters.js';

describeStores('ErasureStore in $name', (stores, elsewhere) => {
  const [ane, bo] = [randomUUID(), randomUUID()];

  /** A journey with something in every table. */
  async function full(persons: readonly string[] = [ane]) {
    const created = creation({ participants: persons.map(person => ({ role: 'applicant', person })) });
    const { journey } = created;
    const asked = step(created, {
      states: ['underWay'],
      dispatches: [newDispatch(1)],
      timers: [{ seq: 2, due: START + MINUTE }],
      messages: [{ person: ane, role: 'applicant', text: 'moved', content: contentOf('Flyttet') }],
    });
    await stores.journeys.commit([created]);
    await stores.journeys.commit([asked]);
    await stores.drafts.save(journey, 'underWay', ane, draftOf('half'));
    const place = { journey, task: 'underWay', person: ane, field: 'will' };
    const document = { id: randomUUID(), name: 'Will', type: 'application/pdf' };
    await stores.documents.attach(place, document, Readable.from([Buffer.from('content')]));
    return { journey, created, asked };
  }

  it('takes everything of a journey, and says how much it was', async () => {
    const { journey } = await full();
    expect(await stores.erasures.find(journey)).toMatchObject({ journey, status: 'active', people: 1 });
    expect(await stores.erasures.erase(journey, START)).toEqual({
      entries: 2,
      dispatches: 1,
      messages: 1,
      documents: 1,
      undelivered: 0,
      drafts: 1,
      participants: 1,
    });
    for (const { journeys, dispatches, drafts, ops, due, erasures } of [stores, elsewhere()]) {
      expect(await journeys.load(journey)).toBeUndefined();
      expect(await journeys.journal(journey)).toEqual([]);
      expect(await journeys.journeysOf([ane])).toEqual([]);
      expect(await dispatches.find(`${journey}-1`)).toBeUndefined();
      expect(await dispatches.ofJourney(journey)).toEqual([]);
      expect(await drafts.find(journey, 'underWay', ane)).toBeUndefined();
      expect(await ops.journeys({})).toEqual([]);
      expect(await ops.dispatches({ journey })).toEqual([]);
      expect(await dueWork(due, START + MINUTE * 60, START + MINUTE * 61, 10)).toEqual({
        dispatches: [],
        journeys: [],
      });
      expect(await erasures.find(journey)).toBeUndefined();
      expect(await erasures.ofPerson(ane)).toEqual([]);
    }
  });

  it('erases once, and nothing that is not there', async () => {
    const { journey } = await full();
    const both = [stores, elsewhere()].map(({ erasures }) => erasures.erase(journey, START));
    expect((await Promise.all(both)).filter(rows => rows !== undefined)).toHaveLength(1);
    expect(await stores.erasures.erase(journey, START)).toBeUndefined();
    expect(await stores.erasures.erase(randomUUID(), START)).toBeUndefined();
    expect(await stores.erasures.erase('no journey', START)).toBeUndefined();
    expect(await stores.erasures.find('no journey')).toBeUndefined();
  });

  it('lets nobody commit to what is erased, nor use its id again', async () => {
    const { journey, asked } = await full();
    await stores.erasures.erase(journey, START);
    for (const expects of [2, 3]) {
      expect(await stores.journeys.commit([step(asked, { expects })])).toEqual([{ kind: 'conflict' }]);
    }
    expect(await stores.journeys.commit([creation({ journey })])).toEqual([{ kind: 'conflict' }]);
    expect(await stores.journeys.load(journey)).toBeUndefined();
  });

  it('leaves the others as they were', async () => {
    const [gone, stays] = [await full(), await full()];
    await stores.erasures.erase(gone.journey, START);
    expect((await stores.journeys.load(stays.journey))?.version).toBe(2);
    expect(await stores.journeys.journal(stays.journey)).toHaveLength(2);
    expect(await stores.drafts.find(stays.journey, 'underWay', ane)).toEqual(draftOf('half'));
    expect(await stores.dispatches.ofJourney(stays.journey)).toHaveLength(1);
    await stores.erasures.erase(stays.journey, START);
  });

  it('finds what has ended, oldest first, a page at a time', async () => {
    const ended: string[] = [];
    for (const at of [START, START, START + MINUTE]) {
      const created = creation({ at });
      await stores.journeys.commit([created, creation({ at })]);
      const done = step(created, { status: 'done', states: [] });
      await stores.journeys.commit([done]);
      // What comes late is no reason to keep it longer.
      const late = step(done, { status: 'done', states: [] });
      await stores.journeys.commit([{ ...late, entry: { ...late.entry, kind: 'late' } }]);
      ended.push(created.journey);
    }
    const first = await stores.erasures.ended(undefined, 2);
    const rest = await stores.erasures.ended(first.at(-1), 2);
    expect(first.map(({ journey }) => journey)).toEqual(ended.slice(0, 2).sort());
    expect(rest).toMatchObject([{ journey: ended[2], status: 'done', movedAt: START + 2 * MINUTE }]);
    await stores.erasures.erase(ended[0]!, START);
    expect(await stores.erasures.ended(undefined, 9)).toHaveLength(2);
  });

  it('counts an offer as open, and among what has ended once it has lapsed', async () => {
    const person = randomUUID();
    const offer = creation({ status: 'offered', participants: [{ role: 'applicant', person }] });
    await stores.journeys.commit([offer]);
    expect(await stores.erasures.openNaming(person)).toBe(1);
    await stores.journeys.commit([step(offer, { status: 'lapsed', states: [] })]);
    expect(await stores.erasures.openNaming(person)).toBe(0);
    const ended = await stores.erasures.ended(undefined, 99);
    expect(ended.map(({ journey }) => journey)).toContain(offer.journey);
    await stores.erasures.erase(offer.journey, START);
  });

  it('takes the help that somebody without a CPR number has had, and nobody else’s', async () => {
    const unregistered = randomUUID().replace(/^(.{14})4/, '$18');
    const { journey } = await full([ane, unregistered]);
    const helped = async (person: string): Promise<string> => {
      const id = randomUUID();
      const help = { identified: 'letter', receivedOn: '2026-01-01', reason: 'noSignIn' } as const;
      const times = { from: START, until: START + MINUTE };
      await stores.assistances.add({ id, caseworker: bo, authority: '0630', person, ...help, ...times });
      return id;
    };
    const [theirs, anes] = [await helped(unregistered), await helped(ane)];
    await stores.erasures.erase(journey, START);
    expect(await stores.assistances.find(theirs)).toBeUndefined();
    expect(await stores.assistances.find(anes)).toBeDefined();
  });

  it('counts the persons of a journey, and the open journeys that name one', async () => {
    const { journey, asked } = await full([ane, bo]);
    expect(await stores.erasures.ofPerson(bo)).toMatchObject([{ journey, people: 2 }]);
    const named = randomUUID();
    const disclosure = { persons: [named], categories: ['address'], ground: 'CPR-loven § 12' };
    const told = step(asked, { dispatches: [newDispatch(3, { disclosure })] });
    await stores.journeys.commit([told]);
    const { erasures } = stores;
    expect(await Promise.all([bo, named, randomUUID()].map(one => erasures.openNaming(one)))).toEqual([
      1, 1, 0,
    ]);
    await stores.journeys.commit([step(told, { status: 'cancelled', states: [] })]);
    expect(await Promise.all([bo, named].map(one => erasures.openNaming(one)))).toEqual([0, 0]);
  });

  it('erases the number and the drafts of a person; met again it is somebody else', async () => {
    const cpr = '0101900002';
    expect(await stores.erasures.personWith(cpr)).toBeUndefined();
    const person = await stores.persons.personOf(cpr);
    expect(await stores.erasures.personWith(cpr)).toBe(person);
    const { journey } = await full([ane, person]);
    await stores.drafts.save(journey, 'underWay', person, draftOf('half'));
    expect(await stores.erasures.erasePerson(person)).toBe(true);
    expect(await stores.erasures.erasePerson(person)).toBe(false);
    expect(await stores.erasures.erasePerson('nobody')).toBe(false);
    expect(await stores.drafts.find(journey, 'underWay', person)).toBeUndefined();
    expect(await stores.drafts.find(journey, 'underWay', ane)).toEqual(draftOf('half'));
    await expect(stores.persons.cprOf(person)).rejects.toMatchObject({ code: 'unknown-person' });
    expect(await elsewhere().persons.personOf(cpr)).not.toBe(person);
  });

  it('ends the sessions of a person: nobody’s from then on, and still told of to those who believe tokens', async () => {
    const person = await stores.persons.personOf('0101900003');
    const times = { startedAt: START, expiresAt: START + MINUTE, endsAt: START + MINUTE };
    const session = { person, role: 'citizen', face: 'face', acr: 'high', signIn: randomUUID(), ...times };
    const proof = randomUUID();
    const { id, renewal } = (await stores.sessions.open(session, proof))!;
    await stores.erasures.erasePerson(person);
    const { sessions } = elsewhere();
    expect(await sessions.of(person, START)).toEqual([]);
    expect(await sessions.endedSince(START - MINUTE)).toContain(id);
    expect(await sessions.renew(renewal, 'face', START, MINUTE)).toBeUndefined();
    expect(await sessions.open({ ...session, person: randomUUID() }, proof)).toBeUndefined();
  });
});
