import { declareMove, MOVE, type SampleWorld, sampleWorld, unsound } from '../test/sample-runtime.js';
import { parseDispatchId } from './dispatch-id.js';
import { type JourneyRuntime, type SettleResult } from './journey-runtime.js';

const DAY = 24 * 3_600_000;
const answered = (answer: object) => ({ kind: 'answered', answer: answer as never }) as const;
const registration = { reference: 'FL-1', registeredOn: '2025-03-10' };

/** Id of the only dispatch that waits for the authority. */
async function pending(world: SampleWorld, journey: string): Promise<string> {
  const open = (await world.stores.dispatches.ofJourney(journey)).filter(
    ({ status }) => status === 'pending',
  );
  expect(open).toHaveLength(1);
  return open[0]!.id;
}

describe('starting', () => {
  it('journals the beginning and opens the first task', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record, created } = await runtime.start({ definition: 'moving', person: 'anna' });
    expect(created).toBe(true);
    const view = await world.reader.view(record.id, 'anna');
    expect(view.tasks.map(({ task }) => task)).toEqual(['declareMove']);
    expect(view.happened).toMatchObject([{ seq: 1, kind: 'started', by: 'you', entered: ['declareMove'] }]);
  });

  it('starts one journey for one key, also for two at once, and refuses the key for something else', async () => {
    const world = await sampleWorld();
    const start = (digest: string) =>
      world.runtime().start({ definition: 'moving', person: 'anna', key: 'k', digest });
    const both = await Promise.all([start('a'), start('a')]);
    expect(both[0].record.id).toBe(both[1].record.id);
    expect(both.filter(({ created }) => created)).toHaveLength(1);
    await expect(start('b')).rejects.toMatchObject({ code: 'key-reused' });
    expect(await world.stores.journeys.journeysOf(['anna'])).toHaveLength(1);
  });

  it('refuses a definition that does not exist or is not yet in force', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    await expect(runtime.start({ definition: 'flying', person: 'anna' })).rejects.toMatchObject({
      code: 'unknown-definition',
    });
    world.clock.advance(-365 * DAY);
    await expect(runtime.start({ definition: 'moving', person: 'anna' })).rejects.toThrow(
      /takes effect on 2025-01-01/,
    );
  });
});

describe('doing a task', () => {
  it('dispatches, discloses and rings after the commit', async () => {
    const world = await sampleWorld();
    const { journey } = await declareMove(world.runtime());
    const dispatch = await pending(world, journey);
    expect(world.doorbell.take(world.clock.now()).dispatches).toEqual([{ dispatch, role: 'cpr' }]);
  });

  it.each([
    ['unknown-task', { task: 'nowhere' }],
    ['not-offered', { event: 'agree' }],
    ['not-offered', { task: 'underWay.housingBenefit.offered', event: 'decline', data: undefined }],
    ['invalid', { data: { date: '10 March' } }],
    ['stale', { expects: 7 }],
  ])('refuses with %s and changes nothing: %j', async (code, wrong) => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    const right = { journey: record.id, person: 'anna', task: 'declareMove', event: 'submit', data: MOVE };
    await expect(runtime.submit({ ...right, ...wrong })).rejects.toMatchObject({ code });
    expect((await world.reader.view(record.id, 'anna')).version).toBe(1);
  });

  it('tells a stranger no more than that there is no such journey', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    const task = { journey: record.id, task: 'declareMove', event: 'submit', data: MOVE };
    for (const attempt of [
      runtime.submit({ ...task, person: 'eve' }),
      world.reader.view(record.id, 'eve'),
      runtime.cancel({ journey: record.id, person: 'eve' }),
      runtime.saveDraft(record.id, 'declareMove', 'eve', {}),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'unknown-journey' });
    }
  });

  it('does it once for one key', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    const submit = (digest: string) =>
      runtime.submit({
        journey: record.id,
        person: 'anna',
        task: 'declareMove',
        event: 'submit',
        data: MOVE,
        key: 'k',
        digest,
      });
    expect((await submit('a')).version).toBe(2);
    expect((await submit('a')).version).toBe(2);
    await expect(submit('b')).rejects.toMatchObject({ code: 'key-reused' });
  });

  it('sees what another process has done, whatever its own cache says', async () => {
    const world = await sampleWorld();
    const [one, other] = [world.runtime(), world.runtime()];
    const { record } = await one.start({ definition: 'moving', person: 'anna' });
    const journey = record.id;
    await other.submit({ journey, person: 'anna', task: 'declareMove', event: 'submit', data: MOVE });
    const moved = await one.submit({
      journey,
      person: 'anna',
      task: 'underWay.housingBenefit.offered',
      event: 'decline',
    });
    expect(moved.version).toBe(3);
  });

  it('forgets the draft once the task is done', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    await runtime.saveDraft(record.id, 'declareMove', 'anna', { date: '2025' });
    expect(await world.reader.draft(record.id, 'declareMove', 'anna')).toMatchObject({
      data: { date: '2025' },
    });
    const task = { journey: record.id, person: 'anna', task: 'declareMove' };
    await runtime.submit({ ...task, event: 'submit', data: MOVE });
    expect(await world.stores.drafts.find(record.id, 'declareMove', 'anna')).toBeUndefined();
    await expect(runtime.saveDraft(record.id, 'declareMove', 'anna', {})).rejects.toMatchObject({
      code: 'not-offered',
    });
  });
});

describe('settling', () => {
  it('applies an answer once, however often and from wherever it comes', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const dispatch = await pending(world, journey);
    const settle = (by: JourneyRuntime) => by.settle({ dispatch, outcome: answered(registration) });
    const results: SettleResult[] = await Promise.all([
      settle(runtime),
      settle(world.runtime()),
      settle(runtime),
    ]);
    expect(results.sort()).toEqual(['duplicate', 'duplicate', 'settled']);
    expect((await world.reader.view(journey, 'anna')).states).toContain('underWay.population.registered');
  });

  it('keeps a late answer and changes nothing', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const dispatch = await pending(world, journey);
    await runtime.cancel({ journey, person: 'anna' });
    const before = await world.stores.journeys.load(journey);
    expect(await runtime.settle({ dispatch, outcome: answered(registration) })).toBe('late');
    const after = await world.stores.journeys.load(journey);
    expect(after?.state).toEqual(before?.state);
    expect((await world.stores.journeys.journal(journey)).at(-1)?.kind).toBe('late');
    expect(await runtime.settle({ dispatch, outcome: answered(registration) })).toBe('duplicate');
  });

  it('takes two answers at the same instant', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const benefit = { monthlyIncome: 20_000 };
    const task = 'underWay.housingBenefit.offered';
    await runtime.submit({ journey, person: 'anna', task, event: 'apply', data: benefit });
    const open = (await world.stores.dispatches.ofJourney(journey)).map(({ id, service }) => ({
      id,
      service,
    }));
    expect(open.map(({ service }) => service)).toEqual([
      'cpr.registerMove',
      'udbetaling.applyHousingBenefit',
    ]);
    await Promise.all([
      world.runtime().settle({ dispatch: open[0]!.id, outcome: answered(registration) }),
      world.runtime().settle({ dispatch: open[1]!.id, outcome: answered({ monthly: 900 }) }),
    ]);
    expect((await world.stores.journeys.load(journey))?.status).toBe('done');
  });

  it('gives a refusal to the journey, which decides', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const refusal = { code: 'protectedAddress', title: 'The address is protected' };
    await runtime.settle({ dispatch: await pending(world, journey), outcome: { kind: 'refused', refusal } });
    const view = await world.reader.view(journey, 'anna');
    expect(view.states).toContain('underWay.population.protected');
    expect(view.awaited).toEqual([{ state: 'underWay.population.protected', event: 'cpr.moveRegistered' }]);
  });

  it('shows no timer as going on that only says that it takes longer', async () => {
    const late = 'noAnswer: { after: P10D, actions: { message: addressProtected, to: applicant } }';
    const world = await sampleWorld(main =>
      main.replace('skipped: protected', `skipped: protected\n                ${late}`),
    );
    const { journey } = await declareMove(world.runtime());
    expect((await world.reader.view(journey, 'anna')).timers).toEqual([
      expect.objectContaining({ state: 'underWay.housingBenefit.offered' }),
    ]);
    world.clock.advance(11 * DAY);
    await world.runtime().wake(journey);
    expect((await world.reader.view(journey, 'anna')).authorities).toMatchObject([
      { service: 'cpr.registerMove', stage: 'delayed', because: 'late' },
    ]);
  });

  it('shows no report as awaited that is only listened for', async () => {
    const world = await sampleWorld(main => main.replace('meta: { awaits: cpr.moveRegistered }', ''));
    const { journey } = await declareMove(world.runtime());
    const refusal = { code: 'protectedAddress', title: 'The address is protected' };
    const dispatch = await pending(world, journey);
    await world.runtime().settle({ dispatch, outcome: { kind: 'refused', refusal } });
    const view = await world.reader.view(journey, 'anna');
    expect(view).toMatchObject({ awaited: [] });
    expect(view.states).toContain('underWay.population.protected');
  });

  it('does not know a dispatch that was never asked for', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    for (const dispatch of ['nonsense', `${journey}-999`]) {
      await expect(runtime.settle({ dispatch, outcome: answered({}) })).rejects.toMatchObject({
        code: 'unknown-dispatch',
      });
    }
  });
});

describe('time', () => {
  it('gives a journey what is due, and nothing before', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    await runtime.wake(record.id);
    expect((await world.reader.view(record.id, 'anna')).version).toBe(1);
    world.clock.advance(31 * DAY);
    await runtime.wake(record.id);
    expect((await world.stores.journeys.load(record.id))?.status).toBe('done');
    const journeys = await world.stores.due.journeys(world.clock.now() + 365 * DAY, Infinity, 10);
    expect(journeys).toEqual([]);
  });

  it('is that of the calendar for what happens and what is due, and of the wall for rings', async () => {
    const ahead = 400 * DAY;
    const world = await sampleWorld(undefined, ahead);
    const wall = world.clock.now();
    const { journey } = await declareMove(world.runtime());
    const { dispatches, timers, journal } = world.stores.tables;
    for (const { at } of journal.get(journey) ?? []) expect(at).toBe(wall + ahead);
    for (const { due } of timers.values()) expect(due).toBeGreaterThanOrEqual(wall + ahead);
    expect(dispatches.get(await pending(world, journey))).toMatchObject({
      createdAt: wall + ahead,
      ringAt: wall + 5_000,
    });
  });
});

describe('a report', () => {
  it('reaches those who listen for it, once', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const refusal = { code: 'protectedAddress', title: 'The address is protected' };
    await runtime.settle({ dispatch: await pending(world, journey), outcome: { kind: 'refused', refusal } });
    const report = {
      authority: 'cpr',
      type: 'cpr.moveRegistered',
      id: 'e1',
      data: registration,
      persons: ['anna', 'someone-else'],
    };
    expect(await runtime.report(report)).toEqual({ journeys: 1 });
    const { version, states } = await world.reader.view(journey, 'anna');
    expect(states).toContain('underWay.population.registered');
    await world.runtime().report(report);
    expect((await world.reader.view(journey, 'anna')).version).toBe(version);
  });
});

describe('cancelling', () => {
  it('says what would be undone, then undoes it, last first', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const dispatch = await pending(world, journey);
    await runtime.settle({ dispatch, outcome: answered(registration) });
    const preview = await world.reader.cancellation(journey, 'anna');
    const state = 'underWay.population.registering';
    const undoes = parseDispatchId(dispatch)!.seq;
    expect(preview.compensations).toEqual([{ undoes, service: 'cpr.withdrawMove', state }]);
    expect((await runtime.cancel({ journey, person: 'anna' })).status).toBe('cancelling');
    const undo = await pending(world, journey);
    expect((await world.stores.dispatches.find(undo))?.input).toEqual({ undoes: dispatch });
    await runtime.settle({ dispatch: undo, outcome: answered({}) });
    expect((await world.stores.journeys.load(journey))?.status).toBe('cancelled');
    await expect(runtime.cancel({ journey, person: 'anna' })).rejects.toMatchObject({
      code: 'journey-ended',
    });
  });

  it('ends at once when there is nothing to undo', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
    expect((await runtime.cancel({ journey: record.id, person: 'anna' })).status).toBe('cancelled');
  });

  it('is refused once the definition no longer allows it', async () => {
    const world = await sampleWorld();
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    world.clock.advance(10 * DAY);
    await expect(runtime.cancel({ journey, person: 'anna' })).rejects.toMatchObject({
      code: 'not-cancellable',
      why: 'tooLate',
    });
  });
});

describe('a machine that fails', () => {
  it('holds the journey, keeps what arrives, and goes on when resumed', async () => {
    const world = await sampleWorld(unsound);
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const task = 'underWay.housingBenefit.offered';
    const dispatch = await pending(world, journey);
    const held = await runtime.submit({
      journey,
      person: 'anna',
      task,
      event: 'apply',
      data: { monthlyIncome: 5 },
    });
    expect(held.status).toBe('held');
    expect(world.alerts.raised).toMatchObject([{ journey }]);
    await expect(runtime.submit({ journey, person: 'anna', task, event: 'decline' })).rejects.toMatchObject({
      code: 'journey-held',
    });
    expect(await runtime.settle({ dispatch, outcome: answered(registration) })).toBe('settled');
    expect(await runtime.settle({ dispatch, outcome: answered(registration) })).toBe('duplicate');
    const before = await world.stores.journeys.load(journey);
    await expect(runtime.resume(journey, 'ops:olga')).rejects.toMatchObject({ code: 'journey-held' });
    expect(await world.stores.journeys.load(journey)).toEqual(before);

    world.mend();
    const resumed = await world.runtime().resume(journey, 'ops:olga');
    expect(resumed.status).toBe('active');
    const { states, authorities } = await world.reader.view(journey, 'anna');
    expect(states).toContain('underWay.population.registered');
    expect(authorities.map(({ service }) => service)).toEqual(['udbetaling.applyHousingBenefit']);
    await expect(world.runtime().resume(journey, 'ops:olga')).rejects.toMatchObject({
      code: 'not-settleable',
    });
  });
});
