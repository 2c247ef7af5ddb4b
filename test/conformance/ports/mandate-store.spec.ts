import { randomUUID } from 'node:crypto';
import { type Mandate, type MandateStore } from '#runtime';
import { describeFreshStores } from './store-adapters.js';

const DAY = 24 * 60 * 60 * 1000;
const MONDAY = Date.parse('2025-03-03T00:00:00+01:00');
const day = (number: number): number => MONDAY + number * DAY;

describeFreshStores('MandateStore in $name', (stores, elsewhere) => {
  const [anna, bo, ida] = [randomUUID(), randomUUID(), randomUUID()];
  const mandate = (change: Partial<Mandate> = {}): Mandate => ({
    holder: anna,
    person: ida,
    basis: 'parent',
    journeys: 'all',
    from: day(0),
    ...change,
  });

  it('gives back what was added, to either of the two and between them', async () => {
    const own = mandate({ journeys: ['moving'], until: day(9) });
    await stores.mandates.add([own, mandate({ holder: bo, from: day(1) })]);
    expect(await stores.mandates.between(anna, ida)).toEqual([own]);
    expect(await stores.mandates.of(anna)).toEqual([own]);
    expect(await stores.mandates.of(ida)).toEqual([own, mandate({ holder: bo, from: day(1) })]);
    expect(await elsewhere().mandates.between(anna, ida)).toEqual([own]);
    expect(await stores.mandates.between(ida, anna)).toEqual([]);
    expect(await stores.mandates.between('nobody', "it's")).toEqual([]);
  });

  it('adds one once, and does not begin anew what has ended', async () => {
    await stores.mandates.add([mandate()]);
    await stores.mandates.end({ bases: ['parent'], holder: anna, person: ida, at: day(2) });
    await stores.mandates.add([mandate()]);
    expect(await stores.mandates.between(anna, ida)).toContainEqual(mandate({ ended: day(2) }));
    expect((await stores.mandates.between(anna, ida)).every(({ ended }) => ended !== undefined)).toBe(true);
  });

  it('ends what begins before, also when its beginning is told later', async () => {
    await stores.mandates.end({ bases: ['parent'], holder: anna, person: ida, at: day(2) });
    await stores.mandates.add([mandate(), mandate({ from: day(3) })]);
    const found = await stores.mandates.between(anna, ida);
    expect(found).toContainEqual(mandate({ ended: day(2) }));
    expect(found).toContainEqual(mandate({ from: day(3) }));
  });

  it('ends all of a holder or for a person, and the earliest end counts', async () => {
    const [others, guardian] = [mandate({ holder: bo }), mandate({ basis: 'guardian' })];
    await stores.mandates.add([mandate(), others, guardian]);
    await stores.mandates.end({ bases: ['parent', 'heir'], holder: anna, at: day(5) });
    expect(await stores.mandates.of(ida)).toEqual(
      expect.arrayContaining([mandate({ ended: day(5) }), others, guardian]),
    );
    await stores.mandates.end({ bases: ['parent'], person: ida, at: day(4) });
    await stores.mandates.end({ bases: ['parent'], person: ida, at: day(6) });
    expect(await stores.mandates.of(ida)).toEqual(
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
    await stores.mandates.replace('parent', ida, day(0), both);
    await stores.mandates.replace('parent', ida, day(2), now);
    await stores.mandates.replace('parent', ida, day(0), both);
    expect(await stores.mandates.of(ida)).toHaveLength(3);
    expect(await stores.mandates.of(ida)).toEqual(expect.arrayContaining(expected));

    const kim = randomUUID();
    const of = (list: readonly Mandate[]) => list.map(each => ({ ...each, person: kim }));
    await stores.mandates.replace('parent', kim, day(2), of(now));
    await stores.mandates.replace('parent', kim, day(0), of(both));
    expect(await stores.mandates.of(kim)).toHaveLength(3);
    expect(await stores.mandates.of(kim)).toEqual(expect.arrayContaining(of(expected)));
  });

  it('leaves one of somebody in force who stays, without a gap', async () => {
    await stores.mandates.replace('parent', ida, day(0), [mandate()]);
    await stores.mandates.replace('parent', ida, day(2), [mandate({ from: day(2) })]);
    expect(await stores.mandates.between(anna, ida)).toEqual([
      mandate({ ended: day(2) }),
      mandate({ from: day(2) }),
    ]);
  });

  describe('of whom registers tell a death', () => {
    let people = 0;
    const heard = async (...tidings: readonly { readonly died?: number; readonly reversed?: number }[]) => {
      people += 1;
      const person = await stores.persons.personOf(`010120${4000 + people}`);
      for (const told of tidings) await stores.mandates.death(person, told);
      const [theirs, own, heir] = [
        mandate({ person }),
        mandate({ holder: person, person: bo }),
        mandate({ basis: 'heir', person }),
      ];
      await stores.mandates.add([theirs, own, heir]);
      const found = await elsewhere().mandates.of(person);
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
      const { persons, erasures } = stores;
      const person = await persons.personOf('0101204217');
      await stores.mandates.death(person, died);
      expect(await stores.mandates.deathOf(person)).toEqual(died);
      await erasures.erasePerson(person);
      expect(await stores.mandates.deathOf(person)).toEqual({});
      expect(await stores.mandates.deathOf('nobody')).toEqual({});
      await stores.mandates.add([mandate({ person })]);
      expect((await stores.mandates.of(person))[0]).not.toHaveProperty('suspensions');
    });

    it('is the same when several processes hear of it at once', async () => {
      const person = await stores.persons.personOf('0101204217');
      const processes = [stores.mandates, ...Array.from({ length: 4 }, () => elsewhere().mandates)];
      await Promise.all(processes.flatMap(each => [each.death(person, died), each.death(person, reversed)]));
      await stores.mandates.add([mandate({ person })]);
      const expected = mandate({ person, suspensions: [{ of: 'person', from: day(2), until: day(4) }] });
      expect(await stores.mandates.between(anna, person)).toEqual([expected]);
    });
  });

  describe('of a person whose name was told', () => {
    let child: string;
    beforeEach(async () => {
      child = await stores.persons.personOf('0101204217');
      await stores.mandates.add([mandate({ person: child }), mandate({ holder: bo, person: child })]);
    });
    const namesOf = async (from: MandateStore): Promise<unknown[]> =>
      (await from.of(child)).map(({ name }) => name);

    it('says it to every process, each of those for the person, and no other', async () => {
      await stores.mandates.add([mandate(), mandate({ holder: child, person: anna })]);
      await stores.mandates.name(child, { name: 'Ida Ærø Holm', since: day(0) });
      const named = mandate({ person: child, name: 'Ida Ærø Holm' });
      const there = elsewhere().mandates;
      expect(await there.between(anna, child)).toEqual([named]);
      expect(await there.of(child)).toEqual(
        expect.arrayContaining([named, { ...named, holder: bo }, mandate({ holder: child, person: anna })]),
      );
      expect(await there.of(ida)).toEqual([mandate()]);
    });

    const born = { name: 'Holm', since: day(0) };
    const named = { name: 'Ida Holm', since: day(2) };
    const again = { name: 'Ada Holm', since: day(2) };
    it.each([
      [born, named, again],
      [again, named, born],
      [named, born, again, named, born],
    ])(
      'has that of the latest day, and of two of one day the same, whichever comes first',
      async (...told) => {
        for (const name of told) await stores.mandates.name(child, name);
        expect(await namesOf(stores.mandates)).toEqual(['Ida Holm', 'Ida Holm']);
      },
    );

    it('is the same when several processes hear of it at once', async () => {
      const processes = [stores.mandates, ...Array.from({ length: 4 }, () => elsewhere().mandates)];
      await Promise.all(
        processes.map((process, at) => process.name(child, { name: `Ida ${at}`, since: day(at) })),
      );
      for (const process of processes) expect(await namesOf(process)).toEqual(['Ida 4', 'Ida 4']);
    });

    it('still has it when the mandate has ended, and had none while there was none', async () => {
      const stranger = await stores.persons.personOf('0101204225');
      await stores.mandates.name(stranger, { name: 'Eva Lund', since: day(0) });
      await stores.mandates.add([mandate({ person: stranger })]);
      expect(await stores.mandates.of(stranger)).toEqual([mandate({ person: stranger })]);
      await stores.mandates.end({ bases: ['parent'], person: child, at: day(1) });
      await stores.mandates.name(child, { name: 'Ida Holm', since: day(2) });
      expect(await namesOf(stores.mandates)).toEqual(['Ida Holm', 'Ida Holm']);
    });

    it('forgets it with the person, and with the last who acted for them', async () => {
      const { persons, erasures } = stores;
      const holder = await persons.personOf('0101804217');
      const told = { name: 'Ida Holm', since: day(0) };
      const added = [mandate({ holder, person: child })];
      await stores.mandates.add(added);
      await stores.mandates.name(child, told);
      await erasures.erasePerson(holder);
      expect(await namesOf(stores.mandates)).toEqual(['Ida Holm', 'Ida Holm']);

      const other = await persons.personOf('0101204225');
      await stores.mandates.add([mandate({ holder: child, person: other })]);
      await stores.mandates.name(other, told);
      await erasures.erasePerson(child);
      await stores.mandates.add([mandate({ person: child }), mandate({ person: other })]);
      expect(await namesOf(stores.mandates)).toEqual([undefined]);
      expect(await stores.mandates.of(other)).toEqual([mandate({ person: other })]);
    });
  });

  it('goes with either of the two when they are erased', async () => {
    const { persons, erasures } = stores;
    const [holder, child] = await Promise.all([
      persons.personOf('0101804217'),
      persons.personOf('0101204217'),
    ]);
    await stores.mandates.add([mandate({ holder, person: child }), mandate({ holder: child, person: ida })]);
    await erasures.erasePerson(child);
    expect(await stores.mandates.of(holder)).toEqual([]);
    expect(await stores.mandates.of(child)).toEqual([]);
  });
});
