import { MOVE, sampleWorld } from '../../test/sample-runtime.js';

/** A journey that has something to undo. */
async function asking() {
  const world = await sampleWorld();
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const of = { journey: record.id, person: 'anna' };
  const submission = { ...of, task: 'declareMove', event: 'submit', data: MOVE, key: 'first', digest: 's' };
  await runtime.submit(submission);
  const kinds = async () => (await world.stores.journeys.journal(of.journey)).map(({ kind }) => kind);
  return { world, runtime, of, kinds };
}

describe('a cancellation with a key', () => {
  it('is done once, however often it is asked for, at once and by whichever process', async () => {
    const { world, of, kinds } = await asking();
    const cancel = () => world.runtime().cancel({ ...of, key: 'k', digest: 'c', expects: 2 });
    const records = await Promise.all([cancel(), cancel()]);
    records.push(await cancel());
    expect(records.map(({ status, version }) => `${status} ${version}`)).toEqual(
      records.map(() => 'cancelling 3'),
    );
    expect(await kinds()).toEqual(['started', 'submitted', 'cancelled']);
    expect(await world.stores.dispatches.ofJourney(of.journey)).toHaveLength(2);
  });

  it('is known again when everything has been undone', async () => {
    const { world, runtime, of } = await asking();
    const request = { ...of, key: 'k', digest: 'c' };
    await runtime.cancel(request);
    const undoing = (await world.stores.dispatches.ofJourney(of.journey)).at(-1)!;
    await runtime.settle({ dispatch: undoing.id, outcome: { kind: 'answered', answer: {} } });
    expect((await runtime.cancel(request)).status).toBe('cancelled');
    await expect(runtime.cancel({ ...request, key: 'another' })).rejects.toMatchObject({
      code: 'journey-ended',
    });
    await expect(runtime.cancel(of)).rejects.toMatchObject({ code: 'journey-ended' });
  });

  it('is refused when the key has been used for something else, and cancels nothing', async () => {
    const { runtime, of, kinds } = await asking();
    await expect(runtime.cancel({ ...of, key: 'first', digest: 'c' })).rejects.toMatchObject({
      code: 'key-reused',
    });
    expect(await kinds()).toEqual(['started', 'submitted']);
  });

  it('tells strangers nothing, whatever key they send', async () => {
    const { runtime, of } = await asking();
    await runtime.cancel({ ...of, key: 'k', digest: 'c' });
    await expect(runtime.cancel({ ...of, person: 'eve', key: 'k', digest: 'c' })).rejects.toMatchObject({
      code: 'unknown-journey',
    });
  });
});
