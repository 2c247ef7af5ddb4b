import { type MandateRule, type RegisterEventContract, ServiceCatalogue } from '#journey';
import { Definitions } from '../definitions.js';
import { MemoryAnnouncer, MemoryStores } from '../memory/index.js';
import { type Participation } from '../ports.js';
import { type JourneyRow } from '../memory/memory-tables.js';
import { covers, type Mandate } from './mandate.js';
import { Mandates } from './mandates.js';

const EVENTS: Readonly<Record<string, readonly MandateRule[]>> = {
  birth: [{ replaces: 'parent', holder: ['mother', 'father'], person: 'child', on: 'born', born: 'born' }],
  custody: [
    { replaces: 'parent', holder: ['custodians'], person: 'child', on: 'from', born: 'born' },
    { names: 'name', person: 'child', on: 'born' },
  ],
  named: [{ names: 'fullName', person: 'person', on: 'on' }],
  guardian: [{ begins: 'guardian', holder: ['guardian'], person: 'person', on: 'from', until: 'until' }],
  guardianEnded: [{ ends: ['guardian'], holder: ['guardian'], person: 'person', on: 'on' }],
  death: [{ deceased: 'person', on: 'on' }],
};

function catalogue(): ServiceCatalogue {
  const registerEvent = (id: string) => ({ mandates: EVENTS[id] }) as unknown as RegisterEventContract;
  return Object.assign(Object.create(ServiceCatalogue.prototype) as ServiceCatalogue, { registerEvent });
}

function world(now: string) {
  const stores = new MemoryStores();
  let at = Date.parse(now);
  const announcer = new MemoryAnnouncer();
  const told: string[] = [];
  announcer.listen(journey => told.push(journey));
  const journeys = {
    load: (id: string) => stores.journeys.load(id),
    journeysOf: async (persons: readonly string[]) =>
      persons.map(person => ({ journey: `of ${person}` }) as Participation),
  };
  const definitions = new Definitions(stores.definitions, () => {
    throw new Error('nothing is compiled');
  });
  const calendar = { now: () => at };
  const parts = { ...stores, definitions, journeys, catalogue: catalogue(), calendar, announcer };
  const mandates = new Mandates(parts);
  const holders = async (person: string) =>
    (await mandates.of(person)).filter(each => each.person === person).map(({ holder }) => holder);
  return {
    stores,
    mandates,
    holders,
    told,
    at: (instant: string) => (at = Date.parse(instant)),
  };
}

const BIRTH = { type: 'birth', data: { child: 'ida', mother: 'anna', father: 'bo', born: '2008-06-14' } };

describe('a mandate by law', () => {
  it('of parents lasts until the midnight at which the child comes of age, to the second', async () => {
    const { mandates, at } = world('2008-06-15T12:00:00+02:00');
    await mandates.hear(BIRTH);
    at('2026-06-13T23:59:59+02:00');
    expect(await mandates.inForce('anna', 'ida')).toMatchObject([{ basis: 'parent' }]);
    expect(await mandates.inForce('bo', 'ida')).toHaveLength(1);
    at('2026-06-14T00:00:00+02:00');
    await expect(mandates.inForce('anna', 'ida')).rejects.toMatchObject({ code: 'no-mandate' });
    expect(await mandates.of('ida')).toEqual([]);
  });

  it('is nobody else’s, and not the child’s for the parent', async () => {
    const { mandates } = world('2010-01-01T00:00:00Z');
    await mandates.hear(BIRTH);
    const refused = { code: 'no-mandate' };
    await expect(mandates.inForce('ida', 'anna')).rejects.toMatchObject(refused);
    await expect(mandates.inForce('eve', 'ida')).rejects.toMatchObject(refused);
    await expect(mandates.inForce('anna', 'nobody')).rejects.toMatchObject(refused);
  });

  it('follows custody, whatever order the reports come in', async () => {
    const sole = {
      type: 'custody',
      data: { child: 'ida', born: '2008-06-14', custodians: ['bo'], from: '2012-01-01' },
    };
    for (const reports of [
      [BIRTH, sole],
      [sole, BIRTH],
      [BIRTH, sole, BIRTH, sole],
    ]) {
      const { mandates, holders, at } = world('2011-12-31T23:59:59+01:00');
      for (const report of reports) await mandates.hear(report);
      expect((await holders('ida')).sort()).toEqual(['anna', 'bo']);
      at('2012-01-01T00:00:00+01:00');
      expect(await holders('ida')).toEqual(['bo']);
    }
  });

  it('says what registers call the person, whatever order the reports come in', async () => {
    const custody = { child: 'ida', born: '2008-06-14', custodians: ['bo'], from: '2012-01-01' };
    const told = { type: 'custody', data: { ...custody, name: 'Ida Holm' } };
    const named = { type: 'named', data: { person: 'ida', fullName: 'Ida Lund', on: '2011-12-01' } };
    for (const reports of [
      [BIRTH, told, named],
      [BIRTH, named, told],
      [BIRTH, named, BIRTH, told, told],
    ]) {
      const { mandates } = world('2012-06-14T12:00:00+02:00');
      for (const report of reports) await mandates.hear(report);
      expect(await mandates.inForce('bo', 'ida')).toMatchObject([{ name: 'Ida Lund' }]);
      expect(await mandates.nameOf('ida')).toBe('Ida Lund');
    }
  });

  it('has no name before the child has one, and keeps none of somebody for whom there is no mandate', async () => {
    const { stores, mandates } = world('2008-07-01T12:00:00+02:00');
    await mandates.hear(BIRTH);
    expect((await mandates.inForce('anna', 'ida'))[0]).not.toHaveProperty('name');
    expect(await mandates.nameOf('ida')).toBeUndefined();
    await mandates.hear({ type: 'named', data: { person: 'anna', fullName: 'Anna Lund', on: '2008-06-20' } });
    expect(stores.tables.registeredNames.size).toBe(0);
    await mandates.hear({ type: 'named', data: { person: 'ida', fullName: 'Ida Holm', on: '2008-06-30' } });
    expect(await mandates.inForce('anna', 'ida')).toMatchObject([{ name: 'Ida Holm' }]);
  });

  it('of a guardian lasts while the register says so', async () => {
    const { mandates, holders, at } = world('2025-03-02T23:59:59+01:00');
    const data = { person: 'ida', guardian: 'anna', from: '2025-03-03', until: '2025-12-31' };
    await mandates.hear({ type: 'guardian', data });
    expect(await holders('ida')).toEqual([]);
    at('2025-12-31T23:59:59+01:00');
    expect(await holders('ida')).toEqual(['anna']);
    await mandates.hear({
      type: 'guardianEnded',
      data: { person: 'ida', guardian: 'anna', on: '2025-06-01' },
    });
    expect(await holders('ida')).toEqual([]);
  });

  it('ends with either of the two', async () => {
    for (const person of ['anna', 'ida']) {
      const { mandates } = world('2010-01-01T00:00:00Z');
      await mandates.hear(BIRTH);
      await mandates.hear({ type: 'death', data: { person, on: '2009-12-01' } });
      await expect(mandates.inForce('anna', 'ida')).rejects.toMatchObject({ code: 'no-mandate' });
    }
  });

  it('that has ended is told to whoever listens to a journey of the person it was for', async () => {
    const { mandates, told } = world('2012-01-01T00:00:00+01:00');
    const data = { person: 'ida', guardian: 'anna', from: '2011-03-03' };
    await mandates.hear({ type: 'guardian', data });
    expect(told).toEqual([]);
    await mandates.hear({ type: 'guardianEnded', data: { ...data, on: '2011-06-01' } });
    expect(told.splice(0)).toEqual(['of ida']);
    await mandates.hear({ type: 'death', data: { person: 'anna', on: '2011-12-01' } });
    expect([...new Set(told)]).toContain('of ida');
  });

  it('for one kind of journey says nothing of another', async () => {
    const { stores, mandates } = world('2025-03-03T00:00:00Z');
    const own: Mandate = { holder: 'anna', person: 'ida', basis: 'guardian', journeys: ['moving'], from: 0 };
    await stores.mandates.add([own]);
    expect(await mandates.inForce('anna', 'ida')).toEqual([own]);
    for (const definition of ['moving', 'divorce']) {
      const record = { id: definition, definition } as JourneyRow;
      stores.tables.journeys.set(definition, record);
      expect(await mandates.reach([own], definition)).toBe(definition === 'moving');
    }
    expect(await mandates.reach([own], 'no-such-journey')).toBe(false);
  });

  it('reaches no journey in which nobody acts for another', async () => {
    const { stores, mandates } = world('2025-03-03T00:00:00Z');
    await mandates.hear({ type: 'guardian', data: { person: 'ida', guardian: 'anna', from: '2025-01-01' } });
    const own: Mandate = { holder: 'anna', person: 'ida', basis: 'heir', journeys: ['crime'], from: 0 };
    await stores.mandates.add([own]);
    const publish = (hash: string, id: string, effective: string, ownOnly?: true) =>
      stores.definitions.publish({ hash, id, effective, sources: {}, ...(ownOnly && { ownOnly }) });
    await publish('c1', 'crime', '2024-01-01');
    await publish('m1', 'moving', '2024-01-01');
    await publish('m2', 'moving', '2026-01-01', true);
    for (const definition of ['crime', 'moving']) {
      stores.tables.journeys.set(definition, { id: definition, definition } as JourneyRow);
    }
    const reached = async () => {
      const held = await mandates.inForce('anna', 'ida');
      const asked = ['crime', 'moving', 'no-such-journey'].map(id => mandates.reach(held, id));
      return { asked: await Promise.all(asked), crime: held.some(mandate => covers(mandate, 'crime')) };
    };
    expect(await reached()).toEqual({ asked: [true, true, true], crime: true });
    await publish('c2', 'crime', '2024-01-01', true);
    expect(await reached()).toEqual({ asked: [false, true, false], crime: false });
    // The journeys under way stay their person's own when nobody begins them any more.
    await stores.definitions.withdraw('c2', 'designer:d1', 'freezes');
    expect(await reached()).toMatchObject({ crime: false });
    await publish('c3', 'crime', '2025-01-01');
    expect(await reached()).toMatchObject({ crime: true });
  });
});
