import { startingWorld } from '../../test/starting-world.js';

describe('a journey that starts another', () => {
  it('is waited for, and hears how it ended', async () => {
    const { accept, deliver, runtime, stores, begun, parent, isToldAll } = await startingWorld();
    const journey = await accept();
    expect(begun()).toEqual([]);
    expect(isToldAll()).toBe(false);
    await deliver();
    const [started] = begun();
    expect(started).toMatchObject({
      status: 'active',
      state: {
        chart: {
          context: { roles: { applicant: { person: 'anna' } }, facts: { given: { date: '2025-03-20' } } },
        },
        between: { startedBy: { journey, start: 1 } },
      },
    });
    expect(await parent()).toMatchObject({
      states: ['movingIn'],
      state: { between: { begun: [{ start: 1, journey: started!.id, definition: 'child' }], notices: [] } },
    });
    expect(isToldAll()).toBe(true);

    await runtime.submit({ journey: started!.id, person: 'anna', task: 'asking', event: 'submit', data: {} });
    await deliver();
    expect(await parent()).toMatchObject({ status: 'done', states: ['settled'] });
    const journal = await stores.journeys.journal(journey);
    expect(journal.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'began', 'ended']);
    expect((await stores.journeys.journal(started!.id)).map(({ kind }) => kind)).toEqual([
      'started',
      'submitted',
      'told',
    ]);
    expect(isToldAll()).toBe(true);
  });

  it('begins it once, however many processes deliver how often', async () => {
    const { accept, another, begun, stores, parent, runtime } = await startingWorld();
    const journey = await accept();
    await Promise.all([runtime.wake(journey), another().wake(journey), another().wake(journey)]);
    await another().wake(journey);
    expect(begun()).toHaveLength(1);
    const [child] = begun();
    await runtime.submit({ journey: child!.id, person: 'anna', task: 'asking', event: 'submit', data: {} });
    await Promise.all([runtime.wake(child!.id), another().wake(child!.id), another().wake(child!.id)]);
    const kinds = (await stores.journeys.journal(journey)).map(({ kind }) => kind);
    expect(kinds).toEqual(['started', 'submitted', 'began', 'ended']);
    expect(await parent()).toMatchObject({ status: 'done' });
  });

  it('loses nothing when the process dies between any two steps', async () => {
    for (let commits = 0; commits < 6; commits += 1) {
      const world = await startingWorld();
      const { accept, begun, parent, deliver } = world;
      const journey = await accept();
      await world
        .dying(commits)
        .wake(journey)
        .catch(() => undefined);
      await deliver();
      const [child] = begun();
      await world.runtime.submit({
        journey: child!.id,
        person: 'anna',
        task: 'asking',
        event: 'submit',
        data: {},
      });
      await world
        .dying(commits)
        .wake(child!.id)
        .catch(() => undefined);
      await deliver();
      expect(begun()).toHaveLength(1);
      expect(await parent()).toMatchObject({ status: 'done', states: ['settled'] });
    }
  });

  it('hears that it was cancelled', async () => {
    const { accept, deliver, begun, runtime, parent } = await startingWorld();
    await accept();
    await deliver();
    await runtime.cancel({ journey: begun()[0]!.id, person: 'anna' });
    await deliver();
    expect(await parent()).toMatchObject({ status: 'active', states: ['asked'] });
  });

  it('hears that it could not begin', async () => {
    const { accept, deliver, begun, parent, withdraw } = await startingWorld();
    await accept();
    await withdraw('child');
    await deliver();
    expect(begun()).toEqual([]);
    expect(await parent()).toMatchObject({ status: 'done', states: ['byHand'] });
  });

  it('leaves it alone when it is cancelled itself, and says so before', async () => {
    const { accept, deliver, begun, runtime, reader, stores } = await startingWorld();
    const journey = await accept();
    await deliver();
    expect(await reader.cancellation(journey, 'anna')).toMatchObject({
      goesOn: [{ definition: 'child', journey: begun()[0]!.id }],
    });
    await runtime.cancel({ journey, person: 'anna' });
    expect(begun()).toMatchObject([{ status: 'active' }]);
    await runtime.submit({
      journey: begun()[0]!.id,
      person: 'anna',
      task: 'asking',
      event: 'submit',
      data: {},
    });
    await deliver();
    expect(await stores.journeys.load(journey)).toMatchObject({
      status: 'cancelled',
      state: { between: { begun: [] } },
    });
  });

  it('that is held is given the end when it is resumed', async () => {
    const { accept, deliver, begun, runtime, parent, breakDown, stores } = await startingWorld();
    const journey = await accept();
    await deliver();
    const mend = breakDown();
    await runtime.submit({
      journey: begun()[0]!.id,
      person: 'anna',
      task: 'asking',
      event: 'submit',
      data: {},
    });
    await deliver();
    expect(await stores.journeys.load(journey)).toMatchObject({ status: 'held' });
    mend();
    await runtime.resume(journey, 'ops:olga');
    expect(await parent()).toMatchObject({ status: 'done', states: ['settled'] });
  });
});
