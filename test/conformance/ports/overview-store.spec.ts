import { randomUUID } from 'node:crypto';
import { type Change } from '#runtime';
import { creation, newDispatch, step } from './changes.js';
import { describeStores } from './store-adapters.js';

const SERVICE = 'kommune.bookPassport';
const REPORT = 'siri.permitDecided';

describeStores('OverviewStore in $name', (stores, elsewhere) => {
  const commit = async (...changes: readonly Change[]): Promise<void> => {
    for (const change of changes) {
      expect(await stores.journeys.commit([change])).toEqual([{ kind: 'committed' }]);
    }
  };
  const asking = (before: Change, seq: number, service = SERVICE): Change =>
    step(before, { dispatches: [{ ...newDispatch(seq), service }] });
  const answered = (
    before: Change,
    dispatch: number,
    seenBy: readonly string[],
    service = SERVICE,
  ): Change => {
    const { entry } = step(before);
    const stimulus = { kind: 'answer', dispatch, output: { place: `room ${dispatch}` } };
    const told = {
      ...entry,
      kind: 'answered' as const,
      subject: service,
      state: 'a.b',
      seenBy,
      detail: { stimulus },
    };
    return step(before, { entry: told, settles: { seq: dispatch, status: 'answered' } });
  };
  const reported = (before: Change, subject: string, seenBy: readonly string[]): Change => {
    const stimulus = { kind: 'event', event: { type: subject, data: { decision: 'A-1' } } };
    const { entry } = step(before);
    const told = { ...entry, kind: 'reported' as const, subject, state: 'a.b', seenBy, detail: { stimulus } };
    return step(before, { entry: told });
  };
  const asked = (journey: string, over: object = {}) => ({
    journey,
    version: 100,
    viewers: ['applicant'],
    dispatches: [],
    telling: [SERVICE],
    ending: [] as string[],
    ...over,
  });

  it('gives the answers that tell something, newest first, with what had been asked', async () => {
    const created = creation();
    const first = asking(created, 1);
    const second = answered(first, 1, ['applicant', 'partner']);
    const third = asking(second, 2);
    const hidden = answered(third, 2, ['partner']);
    const other = asking(hidden, 3, 'cpr.readPerson');
    const read = answered(other, 3, ['applicant'], 'cpr.readPerson');
    const waiting = asking(read, 4);
    await commit(created, first, second, third, hidden, other, read, waiting);
    const rows = await stores.overviews.rowsOf([asked(created.journey, { dispatches: [4] })]);
    const { tidings, dispatches } = rows.get(created.journey)!;
    expect(tidings).toEqual([
      {
        entry: expect.objectContaining({ seq: 3, kind: 'answered', subject: SERVICE, state: 'a.b' }),
        data: { place: 'room 1' },
        asked: { dispatch: 1, input: newDispatch(1).input },
      },
    ]);
    expect(dispatches.map(({ seq, status }) => [seq, status])).toEqual([[4, 'pending']]);
    const partners = await elsewhere().overviews.rowsOf([asked(created.journey, { viewers: ['partner'] })]);
    expect(partners.get(created.journey)!.tidings.map(tiding => tiding.asked?.dispatch)).toEqual([2, 1]);
  });

  it('gives reports that tell something, among the answers', async () => {
    const created = creation();
    const first = asking(created, 1);
    const second = answered(first, 1, ['applicant']);
    const third = reported(second, REPORT, ['applicant']);
    const hidden = reported(third, REPORT, ['partner']);
    const other = reported(hidden, 'cpr.moveRegistered', ['applicant']);
    await commit(created, first, second, third, hidden, other);
    const telling = [SERVICE, REPORT];
    for (const { overviews } of [stores, elsewhere()]) {
      const rows = await overviews.rowsOf([asked(created.journey, { telling })]);
      expect(rows.get(created.journey)!.tidings).toEqual([
        {
          entry: expect.objectContaining({ seq: 4, kind: 'reported', subject: REPORT, state: 'a.b' }),
          data: { decision: 'A-1' },
        },
        expect.objectContaining({ asked: expect.objectContaining({ dispatch: 1 }) }),
      ]);
    }
  });

  it('gives nothing that has come since the journey was read', async () => {
    const created = creation();
    const first = reported(created, REPORT, ['applicant']);
    const second = reported(first, REPORT, ['applicant']);
    await commit(created, first, second);
    for (const { overviews } of [stores, elsewhere()]) {
      const read = { version: first.expects + 1, telling: [REPORT], ending: [REPORT] };
      const rows = await overviews.rowsOf([asked(created.journey, read)]);
      expect(rows.get(created.journey)!.tidings.map(({ entry }) => entry.seq)).toEqual([read.version]);
    }
  });

  it('gives what came while the journey was held, once it has been given that', async () => {
    const created = creation();
    const first = asking(created, 1);
    const answer = { kind: 'answer', dispatch: 1, output: { place: 'room 1' } };
    const report = { kind: 'event', event: { type: REPORT, data: { decision: 'A-1' } } };
    const entryOf = (before: Change, over: object): Change =>
      step(before, { entry: { ...step(before).entry, entered: [], left: [], ...over } });
    const about = { state: 'a.b', seenBy: [] };
    const held = entryOf(first, {
      ...about,
      kind: 'held',
      subject: `answered ${SERVICE}`,
      detail: { stimulus: answer },
    });
    const waiting = entryOf(held, {
      ...about,
      kind: 'waiting',
      subject: REPORT,
      detail: { stimulus: report },
    });
    const given = (seq: number, kind: string, subject: string) => {
      return { seq, at: seq, kind, subject, entered: [], left: [], state: 'a.b', seenBy: ['applicant'] };
    };
    const taken = [given(3, 'answered', SERVICE), given(4, 'reported', REPORT)];
    const resumed = entryOf(waiting, {
      kind: 'resumed',
      subject: 'moving',
      seenBy: ['applicant', 'partner'],
      detail: { stimuli: [answer, report], taken },
    });
    const last = reported(resumed, REPORT, ['applicant']);
    await commit(created, first, held, waiting, resumed, last);
    for (const { overviews } of [stores, elsewhere()]) {
      const found = async (over: object) => {
        const rows = await overviews.rowsOf([
          asked(created.journey, { telling: [SERVICE, REPORT], ...over }),
        ]);
        return rows.get(created.journey)!.tidings;
      };
      expect(await found({ version: 4 })).toEqual([]);
      // What a report ends is over at once.
      const ending = [SERVICE, REPORT];
      expect(await found({ version: 4, telling: [], ending })).toEqual([
        { entry: expect.objectContaining({ seq: 4, kind: 'late', seenBy: [] }), data: { decision: 'A-1' } },
      ]);
      expect((await found({ ending })).map(({ entry }) => entry.seq)).toEqual([6, 4, 3]);
      expect((await found({ version: 5 })).toReversed()).toEqual([
        { entry: taken[0], data: { place: 'room 1' }, asked: { dispatch: 1, input: newDispatch(1).input } },
        { entry: taken[1], data: { decision: 'A-1' } },
      ]);
      expect(await found({ viewers: ['partner'] })).toEqual([]);
    }
  });

  it('gives what the journey has cancelled itself for', async () => {
    const created = creation();
    const cancelled = reported(created, REPORT, ['applicant', 'partner']);
    const entry = { ...cancelled.entry, kind: 'cancelled', subject: `reported ${REPORT}` } as const;
    await commit(created, { ...cancelled, entry });
    for (const { overviews } of [stores, elsewhere()]) {
      const rows = await overviews.rowsOf([asked(created.journey, { telling: [REPORT] })]);
      expect(rows.get(created.journey)!.tidings).toEqual([
        {
          entry: expect.objectContaining({ seq: 2, kind: 'reported', subject: REPORT }),
          data: { decision: 'A-1' },
        },
      ]);
      const others = await overviews.rowsOf([asked(created.journey)]);
      expect(others.get(created.journey)!.tidings).toEqual([]);
    }
  });

  it('gives what ends something whoever may see it', async () => {
    const created = creation();
    const first = reported(created, REPORT, ['partner']);
    await commit(created, first);
    for (const { overviews } of [stores, elsewhere()]) {
      const subjects = async (over: object) => {
        const rows = await overviews.rowsOf([asked(created.journey, over)]);
        return rows.get(created.journey)!.tidings.map(({ entry }) => entry.subject);
      };
      expect(await subjects({ telling: [REPORT] })).toEqual([]);
      expect(await subjects({ ending: [REPORT] })).toEqual([REPORT]);
    }
  });

  it('leaves out what has been undone', async () => {
    const created = creation();
    const first = asking(created, 1);
    const second = answered(first, 1, ['applicant']);
    const { state: _state, ...undoing } = newDispatch(2);
    const third = step(second, {
      dispatches: [{ ...undoing, service: 'kommune.cancelPassport', undoes: 1 }],
    });
    await commit(created, first, second, third);
    const dispatches = async () => {
      const rows = await stores.overviews.rowsOf([asked(created.journey)]);
      return rows.get(created.journey)!.tidings.map(tiding => tiding.asked?.dispatch);
    };
    expect(await dispatches()).toEqual([1]);
    await commit(step(third, { settles: { seq: 2, status: 'answered' } }));
    expect(await dispatches()).toEqual([]);
  });

  it('reads many journeys, and knows none that is not there or has been erased', async () => {
    const journeys = [creation(), creation(), creation()];
    await commit(...journeys);
    await stores.erasures.erase(journeys[2]!.journey, journeys[2]!.at);
    const wanted = [...journeys.map(({ journey }) => asked(journey)), asked(randomUUID()), asked('none')];
    const rows = await stores.overviews.rowsOf(wanted);
    expect([...rows.keys()].sort()).toEqual(
      journeys
        .slice(0, 2)
        .map(({ journey }) => journey)
        .sort(),
    );
    expect(await stores.overviews.rowsOf([])).toEqual(new Map());
  });
});
