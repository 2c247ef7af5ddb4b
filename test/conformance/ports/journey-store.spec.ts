import { randomUUID } from 'node:crypto';
import { type Change, type JournalRange, type NewDispatch, type PreparingStore } from '#runtime';
import { type Json } from '#statechart';
import { creation, draftOf, MINUTE, newDispatch, recordAfter, runState, START, step } from './changes.js';
import { describeStores } from './store-adapters.js';

const COMMITTED = { kind: 'committed' };
const CONFLICT = { kind: 'conflict' };

describeStores('JourneyStore in $name', (stores, elsewhere) => {
  it('gives a journey back as it was committed', async () => {
    const created = creation({ states: ['a', 'b.c'] });
    expect(await stores.journeys.commit([created])).toEqual([COMMITTED]);
    expect(await stores.journeys.load(created.journey)).toEqual(recordAfter(created));

    const moved = step(created, { status: 'done' });
    expect(await stores.journeys.commit([moved])).toEqual([COMMITTED]);
    expect(await stores.journeys.load(created.journey)).toEqual(recordAfter(created, moved));
    expect(await elsewhere().journeys.load(created.journey)).toEqual(recordAfter(created, moved));
  });

  it('knows no journey that was never created, nor one whose id is no id', async () => {
    expect(await stores.journeys.load(randomUUID())).toBeUndefined();
    expect(await stores.journeys.load("'; drop table journey; --")).toBeUndefined();
    expect(await stores.journeys.journal(randomUUID())).toEqual([]);
    expect(await stores.journeys.journal('none')).toEqual([]);
    expect(await stores.journeys.entryOf('none', 'start')).toBeUndefined();
    expect(await stores.journeys.journeysOf(['none'])).toEqual([]);
    expect(await stores.journeys.commit([])).toEqual([]);
  });

  it('keeps states of any size', async () => {
    const facts = { essay: 'på Ærø '.repeat(30_000) };
    const created = creation({ state: runState('declareMove', facts) });
    await stores.journeys.commit([created]);
    expect((await stores.journeys.load(created.journey))?.state.chart.context.facts).toEqual(facts);
  });

  it('lets nobody alter what is stored by altering what was given', async () => {
    const facts = { city: 'Ribe' };
    const created = creation({ state: runState('declareMove', facts) });
    await stores.journeys.commit([created]);
    facts.city = 'Vejle';
    const loaded = await stores.journeys.load(created.journey);
    expect(loaded?.state.chart.context.facts).toEqual({ city: 'Ribe' });
    loaded!.state.chart.context.facts['city'] = 'Skagen';
    expect((await stores.journeys.load(created.journey))?.state.chart.context.facts).toEqual({
      city: 'Ribe',
    });
  });

  it('keeps the journal complete and in order', async () => {
    const created = creation();
    const first = step(created);
    const second = step(first, {
      entry: { ...step(first).entry, origin: 'submit:x', actor: 'authority:cpr' },
    });
    for (const change of [created, first, second]) await stores.journeys.commit([change]);

    const entries = [created, first, second].map(({ entry }, i) => ({ ...entry, seq: i + 1 }));
    expect(await stores.journeys.journal(created.journey)).toEqual(entries);
    expect(await stores.journeys.entryOf(created.journey, 'submit:x')).toEqual(entries[2]);
    expect(await stores.journeys.entryOf(created.journey, 'submit:y')).toBeUndefined();
  });

  it('gives a page of what roles may see, and of what does not say who may', async () => {
    const seenBy = [undefined, ['applicant'], ['partner'], ['applicant', 'partner'], []];
    let last = creation();
    await stores.journeys.commit([last]);
    for (const roles of seenBy.slice(1)) {
      const { entry } = step(last);
      last = step(last, { entry: { ...entry, state: 'declareMove', seenBy: roles! } });
      await stores.journeys.commit([last]);
    }
    const seen = async (roles: readonly string[], range: JournalRange) =>
      (await stores.journeys.viewRows(last.journey, roles, range, [])).entries.map(({ seq }) => seq);
    expect(await seen(['partner'], { after: 0, limit: 10 })).toEqual([1, 3, 4]);
    expect(await seen(['partner'], { after: 1, limit: 1 })).toEqual([3]);
    expect(await seen(['applicant', 'partner'], { before: 5, limit: 2 })).toEqual([3, 4]);
    expect(await seen(['heir'], { before: 99, limit: 10 })).toEqual([1]);
    expect(await seen([], { after: 4, limit: 10 })).toEqual([]);
    const after = { after: 2, limit: 1 };
    const [entry] = (await stores.journeys.viewRows(last.journey, ['partner'], after, [])).entries;
    const { detail: _detail, origin: _origin, ...whole } = (await stores.journeys.journal(last.journey))[2]!;
    expect(entry).toEqual(whole);
    expect(entry).toMatchObject({ state: 'declareMove', seenBy: ['partner'] });
  });

  it('refuses a change that was decided on another version, wholly', async () => {
    const created = creation();
    const moved = step(created);
    await stores.journeys.commit([created]);
    await stores.journeys.commit([moved]);
    const stale = step(created, {
      dispatches: [newDispatch(9)],
      timers: [{ seq: 10, due: START }],
      participants: [{ role: 'partner', person: randomUUID() }],
    });
    expect(await stores.journeys.commit([stale])).toEqual([CONFLICT]);
    expect(await stores.journeys.commit([step(moved, { expects: 7 })])).toEqual([CONFLICT]);
    expect(await stores.journeys.load(created.journey)).toEqual(recordAfter(created, moved));
    expect(await stores.dispatches.ofJourney(created.journey)).toEqual([]);
    expect(await stores.due.journeys(START, START + 1, 100)).toEqual([]);
    expect(await stores.journeys.journeysOf([stale.participants[0]!.person])).toEqual([]);
  });

  it('creates a journey once', async () => {
    const created = creation();
    expect(await stores.journeys.commit([created])).toEqual([COMMITTED]);
    const again = creation({ journey: created.journey, definition: 'divorce' });
    expect(await stores.journeys.commit([again])).toEqual([CONFLICT]);
    expect(await stores.journeys.load(created.journey)).toEqual(recordAfter(created));
    // The attempt must not have changed how what follows is sealed.
    const moved = step(created);
    expect(await stores.journeys.commit([moved])).toEqual([COMMITTED]);
    expect(await elsewhere().journeys.load(created.journey)).toEqual(recordAfter(created, moved));
  });

  it('moves nothing that was never created', async () => {
    const [outcome] = await stores.journeys.commit([step(creation())]);
    expect(outcome?.kind).not.toBe('committed');
  });

  it('takes a repetition after a crash for what it is', async () => {
    const created = creation();
    const moved = step(created, { dispatches: [newDispatch(1)] });
    await stores.journeys.commit([created]);
    await stores.journeys.commit([moved]);
    const restarted = elsewhere();
    expect(await restarted.journeys.commit([created])).toEqual([CONFLICT]);
    expect(await restarted.journeys.commit([moved])).toEqual([CONFLICT]);
    expect(await stores.journeys.journal(created.journey)).toHaveLength(2);
    expect(await stores.dispatches.ofJourney(created.journey)).toHaveLength(1);
  });

  it('takes one of many that move the same journey at once', async () => {
    const created = creation();
    await stores.journeys.commit([created]);
    const everywhere = [stores, elsewhere(), elsewhere()];
    const rivals = Array.from({ length: 12 }, () => step(created, { states: [randomUUID()] }));
    const outcomes = await Promise.all(
      rivals.map((rival, i) => everywhere[i % 3]!.journeys.commit([rival]).then(([outcome]) => outcome!)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(11);
    expect(await stores.journeys.load(created.journey)).toMatchObject({ version: 2 });
    expect(await stores.journeys.journal(created.journey)).toHaveLength(2);
  });

  it('never loses or doubles one when many batches fight over the same journeys', async () => {
    const journeys = Array.from({ length: 20 }, () => creation());
    await stores.journeys.commit(journeys);
    const everywhere = [stores, elsewhere()];
    let last: readonly Change[] = journeys;
    for (let round = 0; round < 5; round += 1) {
      const batch = last.map(change => step(change));
      // The same batch from either side, in opposite orders.
      const [left, right] = await Promise.all([
        everywhere[0]!.journeys.commit(batch),
        everywhere[1]!.journeys.commit([...batch].reverse()),
      ]);
      const kinds = left!.map((outcome, i) => [outcome.kind, right![batch.length - 1 - i]!.kind].sort());
      expect(kinds).toEqual(batch.map(() => ['committed', 'conflict']));
      last = batch;
    }
    for (const { journey } of journeys) {
      const entries = await stores.journeys.journal(journey);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it('lets a change that conflicts or fails touch no other in its batch', async () => {
    const good = creation();
    const taken = creation();
    await stores.journeys.commit([taken]);
    const conflicting = creation({ journey: taken.journey });
    // JSON cannot hold it.
    const failing = creation({ entry: { ...good.entry, detail: 1n as unknown as string } });
    const alsoGood = creation();
    const outcomes = await stores.journeys.commit([good, conflicting, failing, alsoGood]);
    expect(outcomes).toEqual([
      COMMITTED,
      CONFLICT,
      { kind: 'failed', error: expect.any(Error) as Error },
      COMMITTED,
    ]);
    expect(await stores.journeys.load(good.journey)).toEqual(recordAfter(good));
    expect(await stores.journeys.load(alsoGood.journey)).toEqual(recordAfter(alsoGood));
    expect(await stores.journeys.load(failing.journey)).toBeUndefined();
  });

  it('takes an event of the same origin in once', async () => {
    const created = creation();
    const first = step(created, { entry: { ...step(created).entry, origin: 'report:1' } });
    await stores.journeys.commit([created]);
    await stores.journeys.commit([first]);
    const again = step(first, { entry: { ...first.entry } });
    const beside = creation({ entry: { ...created.entry, origin: 'report:1' } });
    expect(await stores.journeys.commit([again, beside])).toEqual([CONFLICT, COMMITTED]);
    expect(await stores.journeys.journal(created.journey)).toHaveLength(2);
  });

  it('finds the journeys of persons, newest first, in every role', async () => {
    const [ane, bo] = [randomUUID(), randomUUID()];
    const older = creation({ participants: [{ role: 'applicant', person: ane }] });
    const newer = creation({ at: START + 1, participants: [{ role: 'child', person: ane }] });
    await stores.journeys.commit([older, newer]);
    const joined = step(older, {
      participants: [
        { role: 'partner', person: bo },
        { role: 'applicant', person: ane },
      ],
    });
    await stores.journeys.commit([joined]);
    const of = ({ journey, definition, hash, status, at }: Change, role: string, person: string) => {
      return { journey, definition, hash, status, role, person, startedAt: at };
    };
    expect(await stores.journeys.journeysOf([ane])).toEqual([
      of(newer, 'child', ane),
      of(older, 'applicant', ane),
    ]);
    expect(await stores.journeys.journeysOf([bo])).toEqual([of(older, 'partner', bo)]);
    expect(await stores.journeys.journeysOf([ane, bo])).toHaveLength(3);
    expect(await stores.journeys.journeysOf([])).toEqual([]);
  });

  it('lists no journey of whoever has lost their last role, until they have one again', async () => {
    const [ane, bo] = [randomUUID(), randomUUID()];
    const partner = { role: 'partner', person: bo };
    const both = [{ role: 'applicant', person: ane }, partner, { role: 'heir', person: bo }];
    const created = creation({ participants: both });
    const fewer = step(created, { departures: [partner] });
    const none = step(fewer, { departures: [{ role: 'heir', person: bo }] });
    const again = step(none, { participants: [partner] });
    const rolesOf = async (person: string): Promise<readonly string[]> => {
      const page = await stores.journeys.pageOf(person, { limit: 10 });
      const found = (await stores.journeys.journeysOf([person])).map(({ role }) => role).sort();
      expect(page.flatMap(({ roles }) => roles)).toEqual(found);
      return found;
    };
    const left: (readonly string[])[] = [];
    for (const change of [created, fewer, none, again]) {
      expect(await stores.journeys.commit([change])).toEqual([COMMITTED]);
      left.push(await rolesOf(bo));
    }
    expect(left).toEqual([['heir', 'partner'], ['heir'], [], ['partner']]);
    expect(await rolesOf(ane)).toEqual(['applicant']);
  });

  it('lists the journeys of a person in pages, newest first, each once with every role', async () => {
    const [ane, bo] = [randomUUID(), randomUUID()];
    const partOf = (at: number, ...roles: string[]): Change =>
      creation({ at, participants: roles.map(role => ({ role, person: ane })) });
    const [oldest, ...others] = [partOf(START, 'applicant'), partOf(START + 1, 'heir', 'child')];
    // Two of the same instant stand in the order of their ids.
    const twins = [partOf(START + 2, 'partner'), partOf(START + 2, 'applicant')].sort((a, b) =>
      a.journey < b.journey ? 1 : -1,
    );
    const all = [...twins, ...others, oldest!];
    await stores.journeys.commit([...all, creation({ participants: [{ role: 'applicant', person: bo }] })]);
    const listed = all.map(({ journey, definition, hash, status, at, participants }) => {
      const roles = participants.map(({ role }) => role).sort();
      return { journey, definition, hash, status, roles, startedAt: at };
    });
    const after = (i: number) => ({ at: all[i]!.at, id: all[i]!.journey });
    expect(await stores.journeys.pageOf(ane, { limit: 10 })).toEqual(listed);
    expect(await stores.journeys.pageOf(ane, { limit: 1 })).toEqual(listed.slice(0, 1));
    expect(await stores.journeys.pageOf(ane, { after: after(0), limit: 2 })).toEqual(listed.slice(1, 3));
    expect(await stores.journeys.pageOf(ane, { after: after(3), limit: 2 })).toEqual([]);
    const gone = { at: START + 1, id: 'ffffffff-ffff-8fff-bfff-ffffffffffff' };
    expect(await stores.journeys.pageOf(ane, { after: gone, limit: 10 })).toEqual(listed.slice(2));
    expect(await stores.journeys.pageOf('nobody', { limit: 10 })).toEqual([]);
  });

  it('settles and stops dispatches: those that are still open, and late those that were stopped', async () => {
    const created = creation();
    const { journey } = created;
    const asked = step(created, { dispatches: [1, 2, 3, 4].map(seq => newDispatch(seq)) });
    const answered = step(asked, {
      settles: { seq: 1, status: 'answered' },
      stops: [2],
    });
    const again = step(answered, {
      settles: { seq: 3, status: 'refused' },
      stops: [1],
    });
    const late = step(again, { settles: { seq: 2, status: 'late' } });
    const lateToo = step(late, {
      settles: { seq: 1, status: 'late' },
      stops: [4],
    });
    const lateRefusal = step(lateToo, { settles: { seq: 4, status: 'refused' } });
    const refusedToo = step(lateRefusal, { settles: { seq: 1, status: 'refused' } });
    for (const change of [created, asked, answered, again, late, lateToo, lateRefusal, refusedToo]) {
      expect(await stores.journeys.commit([change])).toEqual([COMMITTED]);
    }
    const stored = await stores.dispatches.ofJourney(journey);
    expect(stored.map(({ seq, status, settledAt }) => [seq, status, settledAt])).toEqual([
      [1, 'answered', answered.at],
      [2, 'late', late.at],
      [3, 'refused', again.at],
      [4, 'refused', lateRefusal.at],
    ]);
  });

  it('may be told of changes before: they are committed all the same, and what is wrong is said then', async () => {
    const { journeys } = stores;
    const prepare = (changes: readonly Change[]) =>
      'prepare' in journeys && (journeys as PreparingStore).prepare(changes);
    const created = creation();
    const moved = step(created, { dispatches: [newDispatch(1)] });
    const strange = creation();
    const unstorable = { ...strange, entry: { ...strange.entry, detail: 1n as unknown as Json } };
    prepare([created, unstorable]);
    const [first, second] = await stores.journeys.commit([created, unstorable]);
    expect([first!.kind, second!.kind]).toEqual(['committed', 'failed']);
    prepare([moved]);
    expect(await stores.journeys.commit([moved])).toEqual([COMMITTED]);
    expect(await stores.journeys.load(created.journey)).toMatchObject({ version: 2, state: moved.state });
    expect(await stores.journeys.load(strange.journey)).toBeUndefined();
  });

  it('settles by the number within the journey: the same number of another journey is left alone', async () => {
    const [one, other] = [
      creation({ dispatches: [newDispatch(1)] }),
      creation({ dispatches: [newDispatch(1)] }),
    ];
    await stores.journeys.commit([one, other]);
    await stores.journeys.commit([step(one, { settles: { seq: 1, status: 'answered' } })]);
    expect(await stores.dispatches.find(`${one.journey}-1`)).toMatchObject({ status: 'answered' });
    expect(await stores.dispatches.find(`${other.journey}-1`)).toMatchObject({ status: 'pending' });
  });

  it('gives the rows of a view: the latest that the viewers may see, and the dispatches asked for', async () => {
    const ane = randomUUID();
    const created = creation({ entry: { ...creation().entry, seenBy: ['applicant', 'partner'] } });
    const { journey } = created;
    const { state: _state, ...unasked } = newDispatch(3);
    const compensation: NewDispatch = { ...unasked, undoes: 1 };
    const asked = step(created, {
      entry: { ...step(created).entry, seenBy: ['applicant'] },
      dispatches: [newDispatch(1), newDispatch(2), compensation],
    });
    const moved = step(asked, { entry: { ...step(asked).entry, seenBy: [ane] } });
    for (const change of [created, asked, moved]) await stores.journeys.commit([change]);
    await stores.dispatches.accept(`${journey}-1`, START + MINUTE);
    await stores.drafts.save(journey, 'underWay', ane, draftOf('half'));
    await stores.drafts.save(journey, 'underWay', randomUUID(), draftOf('another'));

    const rows = await stores.journeys.viewRows(journey, ['partner', ane], { before: 9, limit: 10 }, [1, 3]);
    const journal = await stores.journeys.journal(journey);
    const [first, , third] = journal.map(({ origin: _origin, detail: _detail, ...entry }) => entry);
    expect(rows.entries).toEqual([first, third]);
    const records = await Promise.all([1, 3].map(seq => stores.dispatches.find(`${journey}-${seq}`)));
    expect(rows.dispatches).toEqual(
      records.map(record => {
        const { input: _input, disclosure: _disclosure, ...summary } = record!;
        return { ...summary, ...(summary.status === 'pending' && { ringAt: compensation.ringAt }) };
      }),
    );
    expect(rows.drafts).toEqual([{ task: 'underWay', savedAt: draftOf('half').savedAt }]);
    expect(rows.dispatches).toMatchObject([{ status: 'accepted', dueAt: START + MINUTE }, { undoes: 1 }]);
    expect(
      (await stores.journeys.viewRows(journey, ['applicant'], { before: 9, limit: 1 }, [])).entries,
    ).toMatchObject([{ seq: 2 }]);
    const earlier = await stores.journeys.viewRows(journey, ['partner', ane], { before: 3, limit: 9 }, []);
    expect(earlier).toMatchObject({ entries: [{ seq: 1 }], dispatches: [] });
    expect(await stores.journeys.viewRows('none', ['applicant'], { before: 9, limit: 9 }, [1])).toEqual({
      entries: [],
      dispatches: [],
      drafts: [],
      writtenTo: false,
    });
  });
});
