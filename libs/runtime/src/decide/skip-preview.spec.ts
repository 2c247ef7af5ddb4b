import { declareMove, sampleWorld } from '../../test/sample-runtime.js';

const OFFERED = 'underWay.housingBenefit.offered';
const DAY = 86_400_000;

/** A journey that waits for CPR to register a move, of which skipping leads to a task, a message and another request. */
async function asking(change = (main: string) => main) {
  const world = await sampleWorld(change);
  const runtime = world.runtime();
  const of = await declareMove(runtime);
  const dispatches = () => world.stores.dispatches.ofJourney(of.journey);
  return { world, runtime, reader: world.reader, of, dispatches, dispatch: (await dispatches())[0]!.id };
}

const leadingTo = (skipped: string) => (main: string) =>
  main.replace('skipped: protected', `skipped: ${skipped}`);

describe('what skipping would lead to', () => {
  it('is told as it then happens, and changes nothing', async () => {
    const { world, runtime, reader, of, dispatch } = await asking();
    const before = await world.stores.journeys.load(of.journey);
    const preview = await reader.skipping(dispatch);
    expect(preview).toEqual({
      status: 'active',
      left: ['underWay.population.registering'],
      entered: ['underWay.population.protected'],
      tasks: [],
      messages: [],
      asked: [],
      stopped: [],
      timers: [{ state: 'underWay.population.protected', due: Date.parse('2025-04-30T08:00:00Z') }],
    });
    expect(await world.stores.journeys.load(of.journey)).toEqual(before);
    await runtime.settle({ dispatch, outcome: { kind: 'skipped' }, by: 'ops:olga' });
    const { left, entered } = (await world.stores.journeys.journal(of.journey)).at(-1)!;
    expect({ left, entered }).toEqual({ left: preview.left, entered: preview.entered });
  });

  it('names the task that opens, who has it and until when, and the messages', async () => {
    const message = '{ type: message, params: { text: addressProtected, to: applicant } }';
    const { world, reader, dispatch } = await asking(
      leadingTo(`{ target: underReview, actions: ${message} }`),
    );
    const { tasks, messages } = await reader.skipping(dispatch);
    const due = world.clock.now() + 14 * DAY;
    expect(tasks).toEqual([{ task: 'underWay.population.underReview', role: 'applicant', due }]);
    expect(messages).toEqual([{ text: 'addressProtected', role: 'applicant' }]);
  });

  it('names what is asked, and what is no longer waited for', async () => {
    const again = await asking(leadingTo("'#moving.underWay.housingBenefit.applying'"));
    await again.runtime.submit({
      ...again.of,
      task: OFFERED,
      event: 'apply',
      data: { monthlyIncome: 20_000 },
    });
    const { asked, stopped } = await again.reader.skipping(again.dispatch);
    const benefit = {
      service: 'udbetaling.applyHousingBenefit',
      state: 'underWay.housingBenefit.applying',
    };
    expect(asked).toContainEqual(benefit);
    expect(stopped).toEqual([benefit]);
  });

  it('is the next compensation, when one is skipped, and in the end nothing', async () => {
    const { runtime, reader, of, dispatches } = await asking();
    await runtime.cancel(of);
    const undoing = (await dispatches()).at(-1)!;
    expect(await reader.skipping(undoing.id)).toEqual({
      status: 'cancelled',
      left: [],
      entered: [],
      tasks: [],
      messages: [],
      asked: [],
      stopped: [],
      timers: [],
    });
  });

  it('is not told of what nobody waits for', async () => {
    const { runtime, reader, of, dispatch } = await asking();
    await runtime.cancel(of);
    await expect(reader.skipping(dispatch)).rejects.toMatchObject({ code: 'not-settleable' });
    await expect(reader.skipping('nonsense')).rejects.toMatchObject({ code: 'unknown-dispatch' });
  });
});
