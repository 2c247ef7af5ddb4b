import { randomUUID } from 'node:crypto';
import { type AccessRecord, type AuditAction } from '#runtime';
import { creation, MINUTE, newDispatch, START, step } from './changes.js';
import { describeFreshStores } from './store-adapters.js';

const about = (...persons: readonly string[]) => ({
  persons,
  categories: ['address', 'identity'],
  ground: 'CPR-loven § 12',
});

describeFreshStores('DisclosureLog in $name', (stores, elsewhere) => {
  const [ane, bo] = [randomUUID(), randomUUID()];

  /** A journey of both, which tells one office of Ane, one of Bo, one of nobody by name, and one nothing. */
  async function told(at = START): Promise<string> {
    const created = creation({
      at,
      participants: [
        { role: 'applicant', person: ane },
        { role: 'heir', person: ane },
        { role: 'partner', person: bo },
      ],
    });
    const asked = step(created, {
      at: at + MINUTE,
      dispatches: [
        newDispatch(1, { disclosure: about(ane) }),
        newDispatch(2, { disclosure: about(bo), service: 'daycare.register', authority: 'daycare' }),
        newDispatch(3, { disclosure: about() }),
        newDispatch(4, { disclosure: undefined }),
      ],
    });
    for (const change of [created, asked]) await stores.journeys.commit([change]);
    return created.journey;
  }

  const ids = (records: readonly AccessRecord[]) => records.map(({ id }) => id);
  const all = { limit: 100 };

  it('tells what was given to whom, of whom, on which ground', async () => {
    const journey = await told();
    const [record] = (await stores.disclosures.page({ person: bo, ...all })).slice(1);
    expect(record).toEqual({
      kind: 'given',
      id: `${journey}-2`,
      at: START + MINUTE,
      journey,
      hash: (await stores.journeys.load(journey))!.hash,
      service: 'daycare.register',
      authority: 'daycare',
      state: 'underWay.registering',
      status: 'pending',
      ...about(bo),
    });
  });

  it('tells each what is about them or about nobody by name, and of one journey everything', async () => {
    const journey = await told();
    const { disclosures } = stores;
    expect(ids(await disclosures.page({ person: ane, ...all }))).toEqual([`${journey}-3`, `${journey}-1`]);
    expect(ids(await disclosures.page({ person: bo, ...all }))).toEqual([`${journey}-3`, `${journey}-2`]);
    expect(ids(await disclosures.page({ person: ane, journey, ...all }))).toEqual(
      [3, 2, 1].map(seq => `${journey}-${seq}`),
    );
  });

  it('tells nothing to those who take no part', async () => {
    const journey = await told();
    const { disclosures } = elsewhere();
    for (const filter of [{}, { journey }, { journey: 'none' }, { journey: randomUUID() }]) {
      expect(await disclosures.page({ person: randomUUID(), ...filter, ...all })).toEqual([]);
    }
  });

  it('tells one who is only spoken of what was given about them, among what is told of their own journeys', async () => {
    const journey = await told();
    const ida = randomUUID();
    const asked = step(step(creation({ journey })), {
      at: START + 2 * MINUTE,
      dispatches: [
        newDispatch(5, { disclosure: about(ane, ida) }),
        newDispatch(-3_000, { state: undefined, disclosure: about(ida) }),
      ],
    });
    await stores.journeys.commit([asked]);
    const own = creation({ at: START, participants: [{ role: 'applicant', person: ida }] });
    const next = step(own, { dispatches: [newDispatch(1, { disclosure: about(ida) })] });
    for (const change of [own, next]) await stores.journeys.commit([change]);
    const { disclosures } = elsewhere();
    const first = await disclosures.page({ person: ida, limit: 1 });
    expect(ids(first)).toEqual([`${journey}-5`]);
    const after = { at: first[0]!.at, id: first[0]!.id };
    expect(ids(await disclosures.page({ person: ida, after, ...all }))).toEqual([`${own.journey}-1`]);
    expect(await disclosures.page({ person: ida, journey, ...all })).toEqual([]);
  });

  it('tells of a compensation where that which it undoes was asked', async () => {
    const journey = await told();
    const undoing = step(step(creation({ journey })), {
      dispatches: [
        newDispatch(5, { state: undefined, undoes: 2, service: 'daycare.withdraw', disclosure: about(bo) }),
      ],
    });
    await stores.journeys.commit([undoing]);
    const found = await stores.disclosures.page({ person: bo, ...all });
    expect(found).toContainEqual(
      expect.objectContaining({ service: 'daycare.withdraw', state: 'underWay.registering' }),
    );
  });

  it('tells who has looked, and not who has given an order or looked at another', async () => {
    const [journey, other] = [await told(), randomUUID()];
    const look = (action: 'journey-read' | 'journey-resumed', subject: string, minutes: number) =>
      stores.audit.append({
        at: START + minutes * MINUTE,
        actor: 'ops:7d1d6c1e-0000-4000-8000-000000000001',
        action,
        subjects: [subject],
      });
    await look('journey-read', journey, 5);
    await look('journey-read', other, 6);
    await look('journey-resumed', journey, 7);
    const [newest] = await stores.disclosures.page({ person: ane, ...all });
    expect(newest).toEqual({
      kind: 'looked',
      id: expect.any(String),
      at: START + 5 * MINUTE,
      journey,
      hash: (await stores.journeys.load(journey))!.hash,
      by: 'ops',
    });
  });

  it('tells one person alone what a caseworker did for them, and where they were sent texts', async () => {
    const journey = await told();
    const [help, caseworker] = [randomUUID(), randomUUID()];
    const { hash } = (await stores.journeys.load(journey))!;
    const since = START + 10 * MINUTE;
    await stores.assistances.add({
      id: help,
      caseworker,
      authority: '0630',
      person: ane,
      identified: 'counter',
      reason: 'exempt',
      from: since,
      until: since + MINUTE,
    });
    const leaves = async (action: AuditAction, outcome: string, ...subjects: readonly string[]) => {
      const actor = `caseworker:${caseworker}`;
      const entry = { at: since + MINUTE, actor, action, subjects: [help, ...subjects] };
      await stores.audit.conclude(await stores.audit.append(entry), outcome);
    };
    await leaves('assisted-look', 'done', journey);
    await leaves('assisted-send', 'done', journey, 'declareMove');
    await leaves('assisted-send', 'invalid', journey, 'declareMove');
    await leaves('assisted-act', 'done');
    const disclosure = { categories: ['contact'], ground: 'Lov § 1' };
    const text = { person: ane, at: since, way: 'sms', address: '+4512345678', disclosure } as const;
    await stores.secondChannels.record({ ...text, purpose: 'code' });
    const delivery = { journey, seq: -1_000 };
    await stores.secondChannels.record({ ...text, at: since + 1, purpose: 'news', delivery });
    await stores.secondChannels.record({ ...text, at: since + 2, purpose: 'news', delivery });

    const { disclosures } = elsewhere();
    const own = async (person: string, of?: string) =>
      (await disclosures.page({ person, ...(of && { journey: of }), ...all })).filter(
        ({ at }) => at >= since,
      );
    const found = await own(ane);
    const by = { person: ane, caseworker, authority: '0630' };
    const of = { journey, hash };
    expect(found).toHaveLength(6);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'looked', journey, person: ane, authority: '0630' }),
        expect.objectContaining({ kind: 'acted', ...by, did: 'assisted-send', task: 'declareMove', of }),
        expect.objectContaining({ kind: 'acted', ...by, did: 'assisted-act' }),
        {
          kind: 'helped',
          id: `help-${help}`,
          at: since,
          ...by,
          identified: 'counter',
          reason: 'exempt',
          until: since + MINUTE,
        },
        expect.objectContaining({ kind: 'texted', purpose: 'code', address: '+4512345678', ...disclosure }),
        expect.objectContaining({ kind: 'texted', purpose: 'news', at: since + 1, of }),
      ]),
    );
    const ofJourney = await own(ane, journey);
    expect(ofJourney.map(({ kind }) => kind).sort()).toEqual(['acted', 'looked', 'texted']);
    for (const stranger of [bo, caseworker]) {
      expect(await own(stranger)).toEqual([]);
      expect(await own(stranger, journey)).toEqual([]);
    }
  });

  it('gives every record once, page by page, also those of the same instant', async () => {
    const journeys = [await told(), await told(), await told(START + MINUTE)];
    await stores.audit.append({
      at: START + MINUTE,
      actor: 'ops:x',
      action: 'journey-read',
      subjects: [journeys[0]!],
    });
    const whole = await stores.disclosures.page({ person: ane, ...all });
    expect(whole).toHaveLength(7);
    expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).sort((a, b) => b - a));
    const paged: AccessRecord[] = [];
    for (;;) {
      const last = paged.at(-1);
      const page = await stores.disclosures.page({
        person: ane,
        limit: 2,
        ...(last && { after: { at: last.at, id: last.id } }),
      });
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(paged).toEqual(whole);
  });

  it('knows nothing of a journey that has been erased', async () => {
    const journey = await told();
    await stores.erasures.erase(journey, START + MINUTE);
    expect(await stores.disclosures.page({ person: ane, ...all })).toEqual([]);
    expect(await stores.disclosures.page({ person: ane, journey, ...all })).toEqual([]);
  });
});
