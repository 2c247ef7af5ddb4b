import { MOVE, sampleWorld } from '../../test/sample-runtime.js';

const DAY = 24 * 3_600_000;

/** Bo is asked to consent, and has begun to; a report then takes his role back. */
async function dismissed() {
  const world = await sampleWorld(main =>
    main.replace(
      'on: { agree: underWay, decline: declareMove }',
      'on: { agree: underWay, decline: declareMove, cpr.moveRegistered: { actions: { dismiss: partner } } }',
    ),
  );
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const journey = record.id;
  const invite = (partner: string) =>
    runtime.submit({
      journey,
      person: 'anna',
      task: 'declareMove',
      event: 'submit',
      data: { ...MOVE, partner },
    });
  await invite('bo');
  await runtime.saveDraft(journey, 'partnerConsent', 'bo', { agrees: true });
  expect((await world.reader.view(journey, 'bo')).tasks).toHaveLength(1);
  const data = { reference: 'FL-1', registeredOn: '2025-03-01' };
  await runtime.report({ authority: 'cpr', type: 'cpr.moveRegistered', id: 'r', data, persons: ['anna'] });
  return { world, runtime, journey, invite };
}

it('ends the tasks, the drafts and the view of whoever had the role', async () => {
  const { world, runtime, journey } = await dismissed();
  const stranger = { code: 'unknown-journey' };
  await expect(world.reader.view(journey, 'bo')).rejects.toMatchObject(stranger);
  await expect(
    runtime.submit({ journey, person: 'bo', task: 'partnerConsent', event: 'agree', data: { agrees: true } }),
  ).rejects.toMatchObject(stranger);
  expect(await world.stores.journeys.journeysOf(['bo'])).toEqual([]);
  expect([...world.stores.tables.drafts.keys()]).toEqual([]);
  expect(await world.reader.view(journey, 'anna')).toMatchObject({ states: ['partnerConsent'], others: [] });
});

it('stands in the journal', async () => {
  const { world, journey } = await dismissed();
  const last = (await world.stores.journeys.journal(journey)).at(-1);
  expect(last).toMatchObject({ kind: 'reported', detail: { dismissed: ['partner'] } });
});

it('lets them be invited again', async () => {
  const { world, runtime, journey, invite } = await dismissed();
  world.clock.advance(15 * DAY);
  await runtime.wake(journey);
  await invite('bo');
  expect((await world.reader.view(journey, 'bo')).tasks).toMatchObject([{ task: 'partnerConsent' }]);
  expect(await world.stores.journeys.journeysOf(['bo'])).toMatchObject([{ journey, role: 'partner' }]);
});

it('happens to whoever makes room for another in a role that one person has', async () => {
  const { world, runtime, journey, invite } = await dismissed();
  world.clock.advance(15 * DAY);
  await runtime.wake(journey);
  await invite('bo');
  await runtime.submit({ journey, person: 'bo', task: 'partnerConsent', event: 'decline' });
  await invite('carl');
  await expect(world.reader.view(journey, 'bo')).rejects.toMatchObject({ code: 'unknown-journey' });
  expect(await world.stores.journeys.journeysOf(['bo'])).toEqual([]);
  expect(await world.stores.journeys.journeysOf(['carl'])).toHaveLength(1);
});
