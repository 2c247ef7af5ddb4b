import { randomUUID } from 'node:crypto';
import { type Mandate, type MandateStore } from '#runtime';
import { type OpenStores, STORE_ADAPTERS } from './store-adapters.js';

const DAY = 24 * 60 * 60 * 1000;
const MONDAY = Date.parse('2025-03-03T00:00:00+01:00');
const day = (number: number): number => MONDAY + number * DAY;

describe.each(STORE_ADAPTERS)('MandateStore in $name', ({ open }) => {
  let opened: OpenStores;
  let store: MandateStore;
  const [anna, bo, ida] = [randomUUID(), randomUUID(), randomUUID()];
  const mandate = (change: Partial<Mandate> = {}): Mandate => ({
    holder: anna,
    person: ida,
    basis: 'parent',
    journeys: 'all',
    from: day(0),
    ...change,
  });

  beforeEach(async () => {
    opened = await open();
    store = opened.stores.mandates;
  });
  afterEach(() => opened?.close());

  it('gives back what was added, to either of the two and between them', async () => {
    const own = mandate({ journeys: ['moving'], until: day(9) });
    await store.add([own, mandate({ holder: bo, from: day(1) })]);
    expect(await store.between(anna, ida)).toEqual([own]);
    expect(await store.of(anna)).toEqual([own]);
    expect(await store.of(ida)).toEqual([own, mandate({ holder: bo, from: day(1) })]);
    expect(await opened.elsewhere().mandates.between(anna, ida)).toEqual([own]);
    expect(await store.between(ida, anna)).toEqual([]);
    expect(await store.between('nobody', "it's")).toEqual([]);
  });

  it('adds one once, and does not begin anew what has ended', async () => {
    await store.add([mandate()]);
    await store.end({ bases: ['parent'], holder: anna, person: ida, at: day(2) });
    await store.add([mandate()]);
    expect(await store.between(anna, ida)).toContainEqual(mandate({ ended: day(2) }));
    expect((await store.between(anna, ida)).every(({ ended }) => ended !== undefined)).toBe(true);
  });

  it('ends what begins before, also when its beginning is told later', async () => {
    await store.end({ bases: ['parent'], holder: anna, person: ida, at: day(2) });
    await store.add([mandate(), mandate({ from: day(3) })]);
    const found = await store.between(anna, ida);
    expect(found).toContainEqual(mandate({ ended: day(2) }));
    expect(found).toContainEqual(mandate({ from: day(3) }));
  });

  it('ends all of a holder or for a person, and the earliest end counts', async () => {
    const [others, guardian] = [mandate({ holder: bo }), mandate({ basis: 'guardian' })];
    await store.add([mandate(), others, guardian]);
    await store.end({ bases: ['parent', 'heir'], holder: anna, at: day(5) });
    expect(await store.of(ida)).toEqual(
      expect.arrayContaining([mandate({ ended: day(5) }), others, guardian]),
    );
    await store.end({ bases: ['parent'], person: ida, at: day(4) });
    await store.end({ bases: ['parent'], person: ida, at: day(6) });
    expect(await store.of(ida)).toEqual(
      expect.arrayContaining([mandate({ ended: day(4) }), { ...others, ended: day(4) }, guardian]),
    );
  });

  it('replaces those of a person, whichever report comes first', async () => {
    const now = [mandate({ holder: bo, from: day(2) })];
    const both = [mandate(), mandate({ holder: bo })];
    const expected = [
      mandate({ ended: day(2) }),
      mandate({ holder: bo, ended: day(2) }),
      mandate({ holder: bo, from: day(2) }),
    ];
    await store.replace('parent', ida, day(0), both);
    await store.replace('parent', ida, day(2), now);
    await store.replace('parent', ida, day(0), both);
    expect(await store.of(ida)).toHaveLength(3);
    expect(await store.of(ida)).toEqual(expect.arrayContaining(expected));

    const kim = randomUUID();
    const of = (list: readonly Mandate[]) => list.map(each => ({ ...each, person: kim }));
    await store.replace('parent', kim, day(2), of(now));
    await store.replace('parent', kim, day(0), of(both));
    expect(await store.of(kim)).toHaveLength(3);
    expect(await store.of(kim)).toEqual(expect.arrayContaining(of(expected)));
  });

  it('leaves one of somebody in force who stays, without a gap', async () => {
    await store.replace('parent', ida, day(0), [mandate()]);
    await store.replace('parent', ida, day(2), [mandate({ from: day(2) })]);
    expect(await store.between(anna, ida)).toEqual([mandate({ ended: day(2) }), mandate({ from: day(2) })]);
  });

  describe('of whom registers tell a death', () => {
    const heard = async (...tidings: readonly { readonly died?: number; readonly reversed?: number }[]) => {
      opened = (await opened.close(), await open());
      store = opened.stores.mandates;
      const person = await opened.stores.persons.personOf('0101204217');
      for (const told of tidings) await store.death(person, told);
      const [theirs, own, heir] = [
        mandate({ person }),
        mandate({ holder: person, person: bo }),
        mandate({ basis: 'heir', person }),
      ];
      await store.add([theirs, own, heir]);
      const found = await opened.elsewhere().mandates.of(person);
      expect(found).toHaveLength(3);
      const suspensionsOf = (basis: string, holder: string) =>
        found.find(row => row.basis === basis && row.holder === holder)?.suspensions;
      expect(suspensionsOf('heir', anna)).toBeUndefined();
      return [suspensionsOf('parent', anna), suspensionsOf('parent', person)];
    };
    const [died, reversed] = [{ died: day(2) }, { reversed: day(4) }];

    it('suspends what others but their heirs hold for them, and what they hold', async () => {
      expect(await heard(died)).toEqual([[{ of: 'person', from: day(2) }], [{ of: 'holder', from: day(2) }]]);
    });

    it('suspends it no longer than to the reversal, whichever is told first', async () => {
      const between = { from: day(2), until: day(4) };
      const expected = [[{ of: 'person', ...between }], [{ of: 'holder', ...between }]];
      for (const told of [
        [died, reversed],
        [reversed, died],
        [died, reversed, died],
        [reversed, reversed, died],
      ]) {
        expect(await heard(...told)).toEqual(expected);
      }
      expect(await heard(reversed)).toEqual([undefined, undefined]);
      expect(await heard({ died: day(-4) }, { reversed: day(-2) })).toEqual([undefined, undefined]);
    });

    it('suspends it again when they die after all', async () => {
      const expected = [[{ of: 'person', from: day(6) }], [{ of: 'holder', from: day(6) }]];
      expect(await heard(died, reversed, { died: day(6) })).toEqual(expected);
      expect(await heard({ died: day(6) }, died, reversed)).toEqual(expected);
    });

    it('is forgotten with them', async () => {
      const { persons, erasures } = opened.stores;
      const person = await persons.personOf('0101204217');
      await store.death(person, died);
      expect(await store.deathOf(person)).toEqual(died);
      await erasures.erasePerson(person);
      expect(await store.deathOf(person)).toEqual({});
      expect(await store.deathOf('nobody')).toEqual({});
      await store.add([mandate({ person })]);
      expect((await store.of(person))[0]).not.toHaveProperty('suspensions');
    });

    it('is the same when several processes hear of it at once', async () => {
      const person = await opened.stores.persons.personOf('0101204217');
      const processes = [store, ...Array.from({ length: 4 }, () => opened.elsewhere().mandates)];
      await Promise.all(processes.flatMap(each => [each.death(person, died), each.death(person, reversed)]));
      await store.add([mandate({ person })]);
      const expected = mandate({ person, suspensions: [{ of: 'person', from: day(2), until: day(4) }] });
      expect(await store.between(anna, person)).toEqual([expected]);
    });
  });

  describe('of a person whose name was told', () => {
    let child: string;
    beforeEach(async () => {
      child = await opened.stores.persons.personOf('0101204217');
      await store.add([mandate({ person: child }), mandate({ holder: bo, person: child })]);
    });
    const namesOf = async (from: MandateStore): Promise<unknown[]> =>
      (await from.of(child)).map(({ name }) => name);

    it('says it to every process, each of those for the person, and no other', async () => {
      await store.add([mandate(), mandate({ holder: child, person: anna })]);
      await store.name(child, { name: 'Ida Ærø Holm', since: day(0) });
      const named = mandate({ person: child, name: 'Ida Ærø Holm' });
      const elsewhere = opened.elsewhere().mandates;
      expect(await elsewhere.between(anna, child)).toEqual([named]);
      expect(await elsewhere.of(child)).toEqual(
        expect.arrayContaining([named, { ...named, holder: bo }, mandate({ holder: child, person: anna })]),
      );
      expect(await elsewhere.of(ida)).toEqual([mandate()]);
    });

    it('has that of the latest day, and of two of one day the same, whichever comes first', async () => {
      const [born, named, again] = [
        { name: 'Holm', since: day(0) },
        { name: 'Ida Holm', since: day(2) },
        { name: 'Ada Holm', since: day(2) },
      ];
      for (const told of [
        [born, named, again],
        [again, named, born],
        [named, born, again, named, born],
      ]) {
        opened = (await opened.close(), await open());
        store = opened.stores.mandates;
        child = await opened.stores.persons.personOf('0101204217');
        await store.add([mandate({ person: child })]);
        for (const name of told) await store.name(child, name);
        expect(await namesOf(store)).toEqual(['Ida Holm']);
      }
    });

    it('is the same when several processes hear of it at once', async () => {
      const processes = [store, ...Array.from({ length: 4 }, () => opened.elsewhere().mandates)];
      await Promise.all(
        processes.map((process, at) => process.name(child, { name: `Ida ${at}`, since: day(at) })),
      );
      for (const process of processes) expect(await namesOf(process)).toEqual(['Ida 4', 'Ida 4']);
    });

    it('still has it when the mandate has ended, and had none while there was none', async () => {
      const stranger = await opened.stores.persons.personOf('0101204225');
      await store.name(stranger, { name: 'Eva Lund', since: day(0) });
      await store.add([mandate({ person: stranger })]);
      expect(await store.of(stranger)).toEqual([mandate({ person: stranger })]);
      await store.end({ bases: ['parent'], person: child, at: day(1) });
      await store.name(child, { name: 'Ida Holm', since: day(2) });
      expect(await namesOf(store)).toEqual(['Ida Holm', 'Ida Holm']);
    });

    it('forgets it with the person, and with the last who acted for them', async () => {
      const { persons, erasures } = opened.stores;
      const holder = await persons.personOf('0101804217');
      const told = { name: 'Ida Holm', since: day(0) };
      const added = [mandate({ holder, person: child })];
      await store.add(added);
      await store.name(child, told);
      await erasures.erasePerson(holder);
      expect(await namesOf(store)).toEqual(['Ida Holm', 'Ida Holm']);

      const other = await persons.personOf('0101204225');
      await store.add([mandate({ holder: child, person: other })]);
      await store.name(other, told);
      await erasures.erasePerson(child);
      await store.add([mandate({ person: child }), mandate({ person: other })]);
      expect(await namesOf(store)).toEqual([undefined]);
      expect(await store.of(other)).toEqual([mandate({ person: other })]);
    });
  });

  it('goes with either of the two when they are erased', async () => {
    const { persons, erasures } = opened.stores;
    const [holder, child] = await Promise.all([
      persons.personOf('0101804217'),
      persons.personOf('0101204217'),
    ]);
    await store.add([mandate({ holder, person: child }), mandate({ holder: child, person: ida })]);
    await erasures.erasePerson(child);
    expect(await store.of(holder)).toEqual([]);
    expect(await store.of(child)).toEqual([]);
  });
});
