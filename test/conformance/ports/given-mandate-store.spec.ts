import { randomUUID } from 'node:crypto';
import { type GivenMandate, type Letters } from '#runtime';
import { contentOf, creation, draftOf, newDispatch, START } from './changes.js';
import { describeFreshStores } from './store-adapters.js';

const DAY = 24 * 60 * 60 * 1000;

describeFreshStores('GivenMandateStore in $name', (stores, elsewhere) => {
  const [anna, bo, ida] = [randomUUID(), randomUUID(), randomUUID()];

  const mandateOf = (change: Partial<GivenMandate> = {}): GivenMandate => ({
    holder: bo,
    person: anna,
    basis: 'given',
    journeys: 'all',
    from: START,
    until: START + 9 * DAY,
    ...change,
    gift: {
      id: randomUUID(),
      at: START,
      names: { holder: 'Bo Ø', person: 'Anna Å' },
      due: START + 2 * DAY,
      ...change.gift,
    },
  });
  const lettersOf = ({ person, holder }: GivenMandate, entry = 1): Letters => ({
    entry,
    at: START + entry,
    messages: [
      { person, role: 'person', text: 'mandate given', content: contentOf('Til giveren') },
      { person: holder, role: 'holder', text: 'mandate given', content: contentOf('Til den anden') },
    ],
    dispatches: [0, 1].map(item => {
      const { state: _, ...delivery } = newDispatch(-(entry * 1_000 + item), {
        service: 'digitalPost.deliver',
        authority: 'digitalPost',
        input: null,
      });
      return delivery;
    }),
  });

  it('gives back what was given, by its id, to either of the two and between them, beside those by law', async () => {
    const mandate = mandateOf({ journeys: ['moving'] });
    const byLaw = { holder: bo, person: ida, basis: 'parent', journeys: 'all', from: START - 1 } as const;
    await stores.mandates.add([byLaw]);
    expect(await stores.given.add(mandate, lettersOf(mandate))).toBe(true);
    for (const { given, mandates } of [stores, elsewhere()]) {
      expect(await given.find(mandate.gift.id)).toEqual(mandate);
      expect(await mandates.between(bo, anna)).toEqual([mandate]);
      expect(await mandates.of(anna)).toEqual([mandate]);
      expect(await mandates.of(bo)).toEqual([byLaw, mandate]);
      expect(await mandates.between(anna, bo)).toEqual([]);
      expect(await given.find(randomUUID())).toBeUndefined();
      expect(await given.find("it's")).toBeUndefined();
    }
  });

  it('gives one of an id once, and writes of it once', async () => {
    const mandate = mandateOf();
    const again = mandateOf({ holder: ida, gift: mandate.gift });
    expect(await stores.given.add(mandate, lettersOf(mandate))).toBe(true);
    expect(await stores.given.add(again, lettersOf(again))).toBe(false);
    expect(await stores.given.find(mandate.gift.id)).toEqual(mandate);
    expect(await stores.messages.pageOf(ida, {}, { limit: 9 })).toEqual([]);
  });

  it('writes to each of the two alone, to be read and delivered like any message', async () => {
    const mandate = mandateOf();
    const { id } = mandate.gift;
    await stores.given.add(mandate, lettersOf(mandate));
    const [own, ...more] = await elsewhere().messages.pageOf(anna, {}, { limit: 9 });
    expect(more).toEqual([]);
    expect(own).toEqual({
      journey: id,
      number: 1_000,
      at: START + 1,
      person: anna,
      role: 'person',
      text: 'mandate given',
      content: contentOf('Til giveren'),
      status: 'sent',
    });
    expect(await stores.messages.find(id, 1_001, anna)).toBeUndefined();
    expect(await stores.messages.markRead(id, 1_001, bo, START + 5)).toBe(true);
    expect(await stores.dispatches.find(`${id}-m1001`)).toMatchObject({ status: 'pending', input: null });
    expect(await stores.messages.address(id, 1_001)).toMatchObject({ language: 'da', labelled: false });
    const settlement = { at: START + 6, dispatch: 'answered', message: 'delivered', way: 'letter' } as const;
    expect(await stores.messages.settle(id, 1_001, settlement)).toBe(true);
    expect(await stores.messages.find(id, 1_001, bo)).toMatchObject({
      status: 'delivered',
      way: 'letter',
      readAt: START + 5,
    });
  });

  it('changes one only as it was read, with its letters or without', async () => {
    const mandate = mandateOf();
    const { given, messages } = stores;
    await given.add(mandate, lettersOf(mandate));
    const until = mandate.until;
    expect(await given.change(mandate, { due: until }, lettersOf(mandate, 2))).toBe(true);
    expect(await given.change(mandate, { ended: START + DAY }, lettersOf(mandate, 3))).toBe(false);
    const told = (await given.find(mandate.gift.id))!;
    expect(told).toEqual({ ...mandate, gift: { ...mandate.gift, due: until } });
    expect(await messages.pageOf(anna, {}, { limit: 9 })).toHaveLength(2);
    expect(await given.change(told, { ended: START + DAY })).toBe(true);
    const { due: _, ...gift } = mandate.gift;
    expect(await given.find(gift.id)).toEqual({ ...mandate, ended: START + DAY, gift });
    expect(await messages.pageOf(anna, {}, { limit: 9 })).toHaveLength(2);
  });

  it('tells about which something is due, the earliest first, and of no more', async () => {
    const dues = [3, 1, 2].map(days => mandateOf({ gift: { due: START + days * DAY } as never }));
    for (const mandate of dues) await stores.given.add(mandate, lettersOf(mandate));
    const due = async (days: number, limit = 9) =>
      (await stores.given.due(START + days * DAY, limit)).map(({ gift }) => gift.id);
    const [third, first, second] = dues.map(({ gift }) => gift.id);
    expect(await due(0)).toEqual([]);
    expect(await due(2)).toEqual([first, second]);
    expect(await due(9, 2)).toEqual([first, second]);
    expect(await stores.given.change(dues[1]!, {})).toBe(true);
    expect(await due(9)).toEqual([second, third]);
  });

  it('is suspended by a death, also before it begins, until that is reversed, and is looked after each time', async () => {
    const person = await stores.persons.personOf('0101804217');
    const [now, later, others] = [
      mandateOf({ person }),
      mandateOf({ person, from: START + 5 * DAY }),
      mandateOf({ person: ida }),
    ];
    for (const mandate of [now, later, others]) await stores.given.add(mandate, lettersOf(mandate));
    const stands = (mandate: GivenMandate, until?: number) => ({
      ...mandate,
      suspensions: [{ of: 'person', from: START + DAY, ...(until !== undefined && { until }) }],
      gift: { ...mandate.gift, due: until ?? START + DAY },
    });
    await stores.mandates.death(person, { died: START + DAY });
    for (const { mandates, given } of [stores, elsewhere()]) {
      const of = await mandates.of(person);
      expect(of).toHaveLength(2);
      expect(of).toEqual(expect.arrayContaining([stands(now), stands(later)]));
      expect(await mandates.of(ida)).toEqual([others]);
      expect(await given.find(now.gift.id)).toEqual(stands(now));
    }
    for (const mandate of [now, later]) await stores.given.change(stands(mandate) as never, {});
    await stores.mandates.death(person, { reversed: START + 2 * DAY });
    // Hearing it again changes nothing, nor does the death that it reversed.
    const looked = await stores.given.due(START + 2 * DAY, 9);
    expect(looked).toEqual(
      expect.arrayContaining([
        stands(now, START + 2 * DAY),
        // It begins after that.
        stands(later, START + 2 * DAY),
      ]),
    );
    const turned = looked.filter(mandate => mandate.person === person);
    for (const mandate of turned) await stores.given.change(mandate, { due: START + 8 * DAY });
    await stores.mandates.death(person, { reversed: START + 2 * DAY });
    await stores.mandates.death(person, { died: START + DAY });
    expect(await stores.given.due(START + 3 * DAY, 9)).toEqual([others]);
  });

  it('is looked after at a reversal by nobody whom it did not suspend, and where it has ended', async () => {
    const person = await stores.persons.personOf('0101804217');
    const [over, ended, after] = [
      mandateOf({ person, until: START + 2 * DAY }),
      mandateOf({ person, ended: START + DAY }),
      mandateOf({ person, gift: { at: START + 4 * DAY, due: START + 8 * DAY } as never }),
    ];
    for (const { ended: at, ...mandate } of [over, ended, after]) {
      await stores.given.add(mandate, lettersOf(mandate));
      await stores.given.change(mandate, {
        ...(at !== undefined && { ended: at }),
        due: START + 8 * DAY,
      });
    }
    await stores.mandates.death(person, { reversed: START + 3 * DAY });
    await stores.mandates.death(person, { died: START + DAY });
    expect(await stores.given.due(START + 7 * DAY, 9)).toEqual([]);
    await stores.mandates.death(person, { died: START + 5 * DAY });
    const all = [over, ended, after];
    for (const { gift } of all) await stores.given.change((await stores.given.find(gift.id))!, {});
    await stores.mandates.death(person, { reversed: START + 6 * DAY });
    const due = await stores.given.due(START + 7 * DAY, 9);
    expect(due.map(({ gift }) => gift.id)).toEqual([after.gift.id]);
  });

  it('goes with either of the two when they are erased, with all that was written of it', async () => {
    const { persons, erasures, given, messages, dispatches } = stores;
    const holder = await persons.personOf('0101804217');
    const mandate = mandateOf({ holder });
    await given.add(mandate, lettersOf(mandate));
    await erasures.erasePerson(holder);
    expect(await given.find(mandate.gift.id)).toBeUndefined();
    expect(await messages.pageOf(anna, {}, { limit: 9 })).toEqual([]);
    expect(await dispatches.find(`${mandate.gift.id}-m1000`)).toBeUndefined();
  });

  it('takes with it what its holder has filled in and not sent, but for the journeys of another mandate', async () => {
    const { journeys, drafts } = stores;
    const [moving, other] = [creation(), creation({ definition: 'divorce' })];
    await journeys.commit([moving, other]);
    const theirs = { ...draftOf('x'), holder: bo };
    await drafts.save(moving.journey, 'declareMove', anna, theirs);
    await drafts.save(other.journey, 'declareMove', anna, theirs);
    expect(await drafts.find(moving.journey, 'declareMove', anna)).toEqual(theirs);
    await drafts.dropOf(ida, anna, []);
    await drafts.dropOf(bo, ida, []);
    await drafts.dropOf(bo, anna, ['divorce']);
    expect(await drafts.find(moving.journey, 'declareMove', anna)).toBeUndefined();
    expect(await drafts.find(other.journey, 'declareMove', anna)).toEqual(theirs);
    // What the person has typed over is their own.
    await drafts.save(other.journey, 'declareMove', anna, draftOf('mine'));
    await drafts.dropOf(bo, anna, []);
    expect(await drafts.find(other.journey, 'declareMove', anna)).toEqual(draftOf('mine'));
  });
});
