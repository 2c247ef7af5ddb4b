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
