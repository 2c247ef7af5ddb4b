import { declareMove, sampleWorld } from '../../test/sample-runtime.js';

const REPORTED = 'cpr.moveRegistered: { actions: { undo: mistaken, with: { day: = move.date } } }';

/** A journey that waits for CPR to register a move, in a definition with some things undone. */
async function asking(change = (main: string) => main) {
  const world = await sampleWorld(main =>
    change(main).replace('machine:\n', `machine:\n  on: { ${REPORTED} }\n`),
  );
  const runtime = world.runtime();
  const of = await declareMove(runtime);
  const rows = () => world.stores.dispatches.ofJourney(of.journey);
  return {
    world,
    runtime,
    of,
    last: async () => (await world.stores.journeys.journal(of.journey)).at(-1)!,
    view: () => world.reader.view(of.journey, 'anna'),
    asked: async () => (await rows()).map(({ service, status }) => `${service} ${status}`),
    settle: async (outcome: Parameters<typeof runtime.settle>[0]['outcome']) =>
      runtime.settle({
        dispatch: (await rows()).findLast(({ status }) => status === 'pending')!.id,
        outcome,
      }),
    report: () =>
      runtime.report({
        authority: 'cpr',
        type: 'cpr.moveRegistered',
        id: 'r',
        data: { reference: 'FL-1', registeredOn: '2025-03-01' },
        persons: ['anna'],
      }),
  };
}

const answered = { kind: 'answered', answer: { reference: 'FL-1', registeredOn: '2025-03-01' } } as const;
const onDone = (main: string) =>
  main.replace(/onDone: \{ target: registered.*\n/, 'onDone: { actions: { undo: mistaken } }\n');

describe('a report by which a journey cancels itself', () => {
  it('begins undoing in its own step, and the journal says what caused it', async () => {
    const { report, last, asked, view } = await asking();
    await report();
    expect(await last()).toMatchObject({
      seq: 3,
      kind: 'cancelled',
      actor: 'authority:cpr',
      subject: 'reported cpr.moveRegistered',
      seenBy: ['applicant', 'partner'],
    });
    expect(await asked()).toEqual(['cpr.registerMove stopped', 'cpr.withdrawMove pending']);
    expect(await view()).toMatchObject({ status: 'cancelling', states: [], tasks: [], timers: [] });
    expect((await view()).happened.at(-1)).toMatchObject({ kind: 'cancelled', by: 'authority' });
  });

  it('is told with its words until the end and after it', async () => {
    const { report, settle, view } = await asking();
    const undone = { text: 'mistaken', with: { day: '2025-03-10' }, stays: [] };
    await report();
    expect((await view()).undone).toEqual(undone);
    await settle({ kind: 'answered', answer: {} });
    expect(await view()).toMatchObject({ status: 'cancelled', undone });
  });

  it('says what cannot be undone', async () => {
    const { runtime, of, report, settle, view } = await asking();
    const task = { task: 'underWay.housingBenefit.offered', event: 'apply', data: { monthlyIncome: 20_000 } };
    await runtime.submit({ ...of, ...task });
    await settle({ kind: 'answered', answer: { monthly: 900 } });
    await report();
    const stays = [{ service: 'udbetaling.applyHousingBenefit', state: 'underWay.housingBenefit.applying' }];
    expect((await view()).undone).toMatchObject({ stays });
  });

  it('is heard once', async () => {
    const { report, last } = await asking();
    await report();
    await report();
    expect((await last()).seq).toBe(3);
  });
});

describe('an answer by which a journey cancels itself', () => {
  it('is undone with the rest', async () => {
    const { settle, asked, last } = await asking(onDone);
    await settle(answered);
    expect(await asked()).toEqual(['cpr.registerMove answered', 'cpr.withdrawMove pending']);
    expect(await last()).toMatchObject({ kind: 'cancelled', subject: 'answered cpr.registerMove' });
  });

  it('has nothing to undo when it is a refusal', async () => {
    const { settle, asked, view } = await asking(main =>
      main.replace('- underReview', '- { actions: { undo: mistaken } }'),
    );
    await settle({ kind: 'refused', refusal: { code: 'unknownAddress', title: 'x' } });
    expect(await asked()).toEqual(['cpr.registerMove refused']);
    expect((await view()).status).toBe('cancelled');
  });

  it('is foreseen where operations would skip', async () => {
    const { world, of } = await asking(main =>
      main.replace('skipped: protected', 'skipped: { actions: { undo: mistaken } }'),
    );
    const [dispatch] = await world.stores.dispatches.ofJourney(of.journey);
    expect(await world.reader.skipping(dispatch!.id)).toMatchObject({ status: 'cancelling', entered: [] });
  });
});

it('is done once for one key when a participant causes it', async () => {
  const { runtime, of, last } = await asking(main =>
    main.replace('decline: settled', 'decline: { actions: { undo: mistaken } }'),
  );
  const task = { ...of, task: 'underWay.housingBenefit.offered', event: 'decline', key: 'k', digest: 'd' };
  await runtime.submit(task);
  await runtime.submit(task);
  expect(await last()).toMatchObject({ seq: 3, kind: 'cancelled', actor: 'anna' });
});
