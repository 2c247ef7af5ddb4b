import { declareMove, sampleWorld, unsound } from '../../test/sample-runtime.js';
import { type Outcome } from './settle.js';

const answer = { reference: 'FL-1', registeredOn: '2025-03-10' };
const answered: Outcome = { kind: 'answered', answer };
const refused = (code: string): Outcome => ({ kind: 'refused', refusal: { code, title: code } });
const ops = { by: 'ops:olga', reason: 'agreed by phone' };

/** A journey that waits for CPR to register a move. */
async function asking(change?: (main: string) => string) {
  const world = await sampleWorld(change);
  const runtime = world.runtime();
  const of = await declareMove(runtime);
  const dispatches = () => world.stores.dispatches.ofJourney(of.journey);
  const [asked] = await dispatches();
  const { id: dispatch, seq } = asked!;
  const kinds = async () => (await world.stores.journeys.journal(of.journey)).map(({ kind }) => kind);
  const skip = (id = dispatch) => runtime.settle({ dispatch: id, outcome: { kind: 'skipped' }, ...ops });
  const statuses = async () => (await dispatches()).map(({ service, status }) => `${service} ${status}`);
  return { world, runtime, reader: world.reader, of, dispatch, seq, dispatches, skip, kinds, statuses };
}

describe('a dispatch that ops skip', () => {
  it('leads where its step says, may have been done all the same, and is undone when the journey is cancelled', async () => {
    const { runtime, reader, of, seq, skip, statuses } = await asking();
    expect(await skip()).toBe('settled');
    expect(await statuses()).toEqual(['cpr.registerMove stopped']);
    const { states, happened, authorities } = await reader.view(of.journey, 'anna');
    expect(states).toContain('underWay.population.protected');
    expect(happened.at(-1)).toMatchObject({ kind: 'skipped', by: 'operations' });
    expect(authorities).toEqual([]);

    const { compensations, irreversible } = await reader.cancellation(of.journey, of.person);
    const state = 'underWay.population.registering';
    expect(compensations).toEqual([{ undoes: seq, service: 'cpr.withdrawMove', state }]);
    expect(irreversible).toEqual([]);
    expect((await runtime.cancel(of)).status).toBe('cancelling');
    expect(await statuses()).toEqual(['cpr.registerMove stopped', 'cpr.withdrawMove pending']);
  });

  it('is answered by its authority all the same: that is kept, once, and changes nothing', async () => {
    const { world, runtime, reader, of, dispatch, skip, kinds, statuses } = await asking();
    await skip();
    const before = await world.stores.journeys.load(of.journey);
    expect(await runtime.settle({ dispatch, outcome: answered })).toBe('late');
    expect((await world.stores.journeys.load(of.journey))?.state).toEqual(before?.state);
    expect(await runtime.settle({ dispatch, outcome: answered })).toBe('duplicate');
    expect((await kinds()).slice(-2)).toEqual(['skipped', 'late']);
    expect(await statuses()).toEqual(['cpr.registerMove late']);
    expect((await reader.cancellation(of.journey, of.person)).compensations).toHaveLength(1);
  });

  it('is refused by its authority all the same: then there is nothing to undo', async () => {
    const { runtime, reader, of, dispatch, skip, kinds, statuses } = await asking();
    await skip();
    const outcome = { kind: 'refused', refusal: { code: 'protectedAddress', title: 'Protected' } } as const;
    expect(await runtime.settle({ dispatch, outcome })).toBe('late');
    expect(await runtime.settle({ dispatch, outcome })).toBe('duplicate');
    expect((await kinds()).slice(-2)).toEqual(['skipped', 'late']);
    expect(await statuses()).toEqual(['cpr.registerMove refused']);
    expect((await reader.cancellation(of.journey, of.person)).compensations).toEqual([]);
  });

  it('is skipped once: ops have nothing to add to what is over', async () => {
    const { runtime, dispatch, skip, kinds, statuses } = await asking();
    const both = await Promise.all([skip(), skip()]);
    expect(both.sort()).toEqual(['duplicate', 'settled']);
    expect(await runtime.settle({ dispatch, outcome: answered, ...ops })).toBe('duplicate');
    expect(await kinds()).toEqual(['started', 'submitted', 'skipped']);
    expect(await statuses()).toEqual(['cpr.registerMove stopped']);
  });

  it('is stopped at once when the journey is held, which goes on without it when it is resumed', async () => {
    const { world, runtime, reader, of, dispatch, seq, skip, statuses, kinds } = await asking(unsound);
    const task = 'underWay.housingBenefit.offered';
    await runtime.submit({ ...of, task, event: 'apply', data: { monthlyIncome: 5 } });
    expect(await skip()).toBe('settled');
    expect(await statuses()).toEqual(['cpr.registerMove stopped']);
    expect(await runtime.settle({ dispatch, outcome: answered })).toBe('late');
    world.mend();
    const resumed = world.runtime();
    await resumed.resume(of.journey, 'ops:olga');
    expect((await kinds()).slice(-4)).toEqual(['held', 'waiting', 'late', 'resumed']);
    const { states } = await reader.view(of.journey, 'anna');
    expect(states).toContain('underWay.population.protected');
    const { compensations } = await reader.cancellation(of.journey, of.person);
    const state = 'underWay.population.registering';
    expect(compensations).toContainEqual({ undoes: seq, service: 'cpr.withdrawMove', state });
  });

  it('is refused where the definition does not say what then, as those of before do not', async () => {
    const before = (main: string) => main.replace(/\n *skipped: protected/, '');
    const { reader, of, dispatch, skip, kinds, statuses } = await asking(before);
    await expect(skip()).rejects.toMatchObject({ code: 'not-skippable' });
    await expect(reader.skipping(dispatch)).rejects.toMatchObject({ code: 'not-skippable' });
    expect(await kinds()).toEqual(['started', 'submitted']);
    expect(await statuses()).toEqual(['cpr.registerMove pending']);
    const { states } = await reader.view(of.journey, 'anna');
    expect(states).toContain('underWay.population.registering');
  });

  it('undoes nothing when it is a compensation, and lets the journey end', async () => {
    const { world, runtime, of, dispatches, skip, statuses, kinds } = await asking();
    await runtime.cancel(of);
    const undoing = (await dispatches()).at(-1)!;
    expect(await skip(undoing.id)).toBe('settled');
    expect(await statuses()).toEqual(['cpr.registerMove stopped', 'cpr.withdrawMove stopped']);
    expect((await world.stores.journeys.load(of.journey))?.status).toBe('cancelled');
    expect((await kinds()).at(-1)).toBe('not-undone');
    expect(await runtime.settle({ dispatch: undoing.id, outcome: answered })).toBe('late');
  });
});

describe('cancelling afterwards', () => {
  it('undoes what ops have answered by hand, as if the authority had', async () => {
    const { runtime, reader, of, dispatch, seq, statuses } = await asking();
    await runtime.settle({ dispatch, outcome: answered, ...ops });
    expect(await statuses()).toEqual(['cpr.registerMove answered']);
    const state = 'underWay.population.registering';
    const undo = { undoes: seq, service: 'cpr.withdrawMove', state };
    expect((await reader.cancellation(of.journey, of.person)).compensations).toEqual([undo]);
    expect((await runtime.cancel(of)).state.compensating?.current).toMatchObject(undo);
  });

  it('leaves alone what the authority itself has refused', async () => {
    const { runtime, reader, of, dispatch, statuses } = await asking();
    await runtime.settle({ dispatch, outcome: refused('unknownAddress') });
    expect(await statuses()).toEqual(['cpr.registerMove refused']);
    expect((await reader.cancellation(of.journey, of.person)).compensations).toEqual([]);
    expect((await runtime.cancel(of)).status).toBe('cancelled');
  });
});
