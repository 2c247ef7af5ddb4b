import { randomUUID } from 'node:crypto';
import { type CorrectionSettlement, type Letters, type NewCorrection } from '#runtime';
import { contentOf, newDispatch, START } from './changes.js';
import { describeFreshStores } from './store-adapters.js';

const DAY = 24 * 60 * 60 * 1000;

describeFreshStores('CorrectionStore in $name', (stores, elsewhere) => {
  const [anna, bo] = [randomUUID(), randomUUID()];

  const correctionOf = (change: Partial<NewCorrection> = {}): NewCorrection => ({
    id: randomUUID(),
    person: anna,
    at: START,
    lastDay: '2026-02-01',
    definition: 'moving',
    service: 'cpr.correctData',
    authority: 'cpr',
    content: {
      dispatch: `${randomUUID()}-3`,
      concerns: { da: 'Flytning', en: 'Moving' },
      category: 'address',
      wrong: '2. sal',
      right: '1. sal',
      givenTo: ['0265'],
    },
    ...change,
  });
  const lettersOf = ({ person, acting }: NewCorrection, entry: number): Letters => {
    const delivery = newDispatch(-entry * 1_000, {
      service: 'digitalPost.deliver',
      authority: 'digitalPost',
    });
    const sent = newDispatch(0, { service: 'cpr.correctData', authority: 'cpr', input: { wrong: '2. sal' } });
    const [letter, request] = [delivery, sent].map(({ state: _, ...dispatch }) => dispatch);
    const disclosure = {
      persons: [person],
      categories: ['identity', 'case'],
      ground: 'Databeskyttelsesforordningen art. 16',
      ...(acting && { acting }),
    };
    return {
      entry,
      at: START + entry,
      messages: [
        { person, role: 'person', text: `correction ${entry}`, content: contentOf(`Brev ${entry}`) },
      ],
      dispatches: entry === 1 ? [{ ...request!, disclosure }, letter!] : [letter!],
    };
  };
  const add = async (change: Partial<NewCorrection> = {}) => {
    const correction = correctionOf(change);
    await stores.corrections.add(correction, lettersOf(correction, 1));
    return correction;
  };
  const corrected = (correction: NewCorrection): CorrectionSettlement => ({
    dispatch: 'answered',
    answer: { at: START + DAY, outcome: 'corrected', correctedOn: '2026-01-02', told: ['Roskilde Kommune'] },
    letters: lettersOf(correction, 2),
  });
  const subjects = async () => (await stores.messages.pageOf(anna, {}, { limit: 9 })).map(({ text }) => text);

  it('gives back what was asked, and who asked it for whom, in every process', async () => {
    const acting = { holder: bo, person: anna, authority: '0265' };
    const correction = await add({ acting });
    for (const { corrections } of [stores, elsewhere()]) {
      expect(await corrections.find(correction.id)).toEqual({ ...correction, status: 'pending' });
      expect(await corrections.find(randomUUID())).toBeUndefined();
      expect(await corrections.find("it's")).toBeUndefined();
    }
  });

  it('writes the dispatch and the message with it, once', async () => {
    const correction = await add();
    const again = correctionOf({ id: correction.id, person: bo });
    expect(await stores.corrections.add(again, lettersOf(again, 1))).toBe(false);
    expect(await stores.messages.pageOf(bo, {}, { limit: 9 })).toEqual([]);
    expect(await subjects()).toEqual(['correction 1']);
    expect(await stores.dispatches.find(`${correction.id}-0`)).toMatchObject({
      status: 'pending',
      service: 'cpr.correctData',
      input: { wrong: '2. sal' },
    });
    expect(await stores.dispatches.journeysAsking('cpr.correctData', 'cpr', 9)).toEqual([]);
  });

  it('pages the newest first, of one person', async () => {
    const all = [await add(), await add({ at: START + DAY }), await add({ at: START + DAY })];
    await add({ person: bo });
    const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
    const [first, ...rest] = await stores.corrections.pageOf(anna, { limit: 1 });
    const others = await stores.corrections.pageOf(anna, { limit: 9, after: first! });
    expect(rest).toEqual([]);
    expect(others.at(-1)!.id).toBe(all[0]!.id);
    expect(ids([first!, ...others]).sort()).toEqual(ids(all).sort());
  });

  it('stores one answer, with one message, whoever comes second', async () => {
    const correction = await add();
    const { id } = correction;
    await stores.dispatches.accept(`${id}-0`, START + DAY);
    expect(await stores.corrections.find(id)).toMatchObject({ status: 'accepted' });
    const both = await Promise.all(
      [stores, elsewhere()].map(({ corrections }) => corrections.settle(id, corrected(correction))),
    );
    expect(both.sort()).toEqual([false, true]);
    const { answer } = corrected(correction);
    expect(await stores.corrections.find(id)).toEqual({ ...correction, status: 'answered', answer });
    expect(await subjects()).toEqual(['correction 2', 'correction 1']);
    expect(await stores.corrections.settle(randomUUID(), corrected(correction))).toBe(false);
  });

  it('hears an authority that answers after ops have given up, and not the other way round', async () => {
    const correction = await add();
    const { id } = correction;
    const given = {
      dispatch: 'stopped',
      answer: { at: START + 1, outcome: 'undelivered' },
      letters: lettersOf(correction, 3),
    } as const;
    expect(await stores.corrections.settle(id, given)).toBe(true);
    expect(await stores.corrections.settle(id, given)).toBe(false);
    expect(await stores.corrections.settle(id, corrected(correction))).toBe(true);
    expect(await stores.corrections.settle(id, given)).toBe(false);
    expect(await stores.corrections.find(id)).toMatchObject({ answer: { outcome: 'corrected' } });
  });

  it('is found by whom it is asked of, while it is open, in pages', async () => {
    const all = [await add(), await add(), await add()].map(({ id }) => id).sort();
    const asking = (limit: number, after?: string) =>
      stores.corrections.asking('cpr.correctData', 'cpr', limit, after);
    expect(await asking(2)).toEqual(all.slice(0, 2));
    expect(await asking(9, all[1])).toEqual(all.slice(2));
    await stores.corrections.settle(all[0]!, corrected(correctionOf()));
    await stores.dispatches.accept(`${all[1]}-0`, START + DAY);
    expect(await asking(9)).toEqual(all.slice(1));
    expect(await stores.corrections.asking('cpr.correctData', 'tax', 9)).toEqual([]);
    expect(await stores.corrections.asking('tax.correctData', 'cpr', 9)).toEqual([]);
  });

  describe.each(['pending', 'parked'])('that is %s when it is another authority’s', status => {
    it('is asked of that one, and its person is written once', async () => {
      const correction = await add();
      const { id } = correction;
      if (status === 'parked') await stores.dispatches.park(`${id}-0`, { code: 'x', message: 'y' });
      const input = { wrong: '2. sal' };
      const passed = { authority: 'heir', input, letters: lettersOf(correction, 20_000) };
      const both = await Promise.all(
        [stores, elsewhere()].map(({ corrections }) => corrections.passOn(id, passed)),
      );
      expect(both.sort()).toEqual([false, true]);
      for (const { corrections, dispatches } of [stores, elsewhere()]) {
        expect(await corrections.find(id)).toEqual({ ...correction, authority: 'heir', status });
        expect(await dispatches.find(`${id}-0`)).toMatchObject({ authority: 'heir', input, status });
      }
      expect((await stores.corrections.pageOf(anna, { limit: 9 })).map(({ authority }) => authority)).toEqual(
        ['heir'],
      );
      const records = await stores.disclosures.page({ person: anna, limit: 9 });
      expect(records).toMatchObject([{ kind: 'correction', authority: 'heir' }]);
      expect(await subjects()).toEqual(['correction 20000', 'correction 1']);
    });
  });

  it('stays with whoever has accepted it when it is another authority’s, and is told of once', async () => {
    const correction = await add();
    const { id } = correction;
    await stores.dispatches.accept(`${id}-0`, START + DAY);
    const passed = { authority: 'heir', input: {}, letters: lettersOf(correction, 20_000) };
    expect(await stores.corrections.passOn(id, passed)).toBe(true);
    expect(await stores.corrections.passOn(id, passed)).toBe(false);
    expect(await stores.corrections.find(id)).toEqual({ ...correction, status: 'accepted' });
    expect(await subjects()).toEqual(['correction 20000', 'correction 1']);
  });

  it('is no other authority’s once it has been answered', async () => {
    const correction = await add();
    const { id } = correction;
    await stores.corrections.settle(id, corrected(correction));
    const passed = { authority: 'heir', input: {}, letters: lettersOf(correction, 20_000) };
    expect(await stores.corrections.passOn(id, passed)).toBe(false);
    expect(await stores.corrections.passOn(randomUUID(), passed)).toBe(false);
    expect(await stores.corrections.find(id)).toMatchObject({ authority: 'cpr' });
    expect(await subjects()).toEqual(['correction 2', 'correction 1']);
  });

  it('stands in the access log of the person, and of nobody else', async () => {
    const acting = { holder: bo, person: anna };
    const { id } = await add({ acting });
    const records = await stores.disclosures.page({ person: anna, limit: 9 });
    expect(records).toEqual([
      {
        kind: 'correction',
        id: `${id}-0`,
        at: START + 1,
        person: anna,
        correction: id,
        givenIn: 'moving',
        service: 'cpr.correctData',
        authority: 'cpr',
        status: 'pending',
        categories: ['identity', 'case'],
        ground: 'Databeskyttelsesforordningen art. 16',
        acting,
      },
    ]);
    expect(await stores.disclosures.page({ person: bo, limit: 9 })).toEqual([]);
  });

  it('goes with the person, who is needed until it is answered', async () => {
    const person = await stores.persons.personOf('0101804217');
    const correction = await add({ person });
    const { id } = correction;
    const settlement = { ...corrected(correction), letters: { ...lettersOf(correction, 2), dispatches: [] } };
    expect(await stores.erasures.openNaming(person)).toBe(1);
    await stores.corrections.settle(id, settlement);
    expect(await stores.erasures.openNaming(person)).toBe(0);
    expect(await stores.erasures.erasePerson(person)).toBe(true);
    expect(await stores.corrections.find(id)).toBeUndefined();
    expect(await stores.dispatches.find(`${id}-0`)).toBeUndefined();
    expect(await stores.messages.pageOf(person, {}, { limit: 9 })).toEqual([]);
  });

  it('goes when it was answered long ago, and not while it is open', async () => {
    const [old, late, unanswered] = [await add(), await add(), await add()];
    await stores.corrections.settle(old.id, corrected(old));
    const answer = { ...corrected(late).answer, at: START + 9 * DAY };
    await stores.corrections.settle(late.id, { ...corrected(late), answer });
    const answered = await stores.erasures.correctionsAnswered(START + 5 * DAY, 9);
    expect(answered).toHaveLength(1);
    expect(await stores.erasures.eraseCorrection(answered[0]!)).toBe(true);
    expect(await stores.corrections.find(old.id)).toBeUndefined();
    expect(await stores.dispatches.find(`${old.id}-0`)).toBeUndefined();
    expect(await stores.corrections.find(late.id)).toBeDefined();
    expect(await stores.corrections.find(unanswered.id)).toBeDefined();
  });
});
