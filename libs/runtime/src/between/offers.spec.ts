import { startingWorld } from '../../test/starting-world.js';
import { type ReportRequest } from '../decide/report.js';

const DAY = 86_400_000;

const birth = (id = 'b-1', mother = 'anna'): ReportRequest => ({
  authority: 'cpr',
  type: 'cpr.born',
  id,
  data: { mother, on: '2025-02-27' },
  persons: [mother],
});

async function offeredWorld() {
  const world = await startingWorld();
  const { runtime, offers, stores } = world;
  await runtime.report(birth());
  const open = async (person = 'anna') => offers.page(person, { limit: 10 });
  const [offer] = await open();
  const id = offer!.record.id;
  const answer = (answered: 'take' | 'decline', key?: string, person = 'anna') =>
    runtime.answerOffer({
      journey: id,
      person,
      answer: answered,
      ...(key !== undefined && { key, digest: 'd' }),
    });
  const messages = () => [...stores.tables.messages.values()];
  return { ...world, open, offer: offer!, id, answer, messages };
}

describe('an offer', () => {
  it('stands with what is known, and a message tells of it', async () => {
    const { offer, messages, stores, id } = await offeredWorld();
    expect(offer).toMatchObject({
      record: { status: 'offered', definition: 'child' },
      offer: { name: 'born', given: { date: '2025-02-27' }, report: 'cpr.born', authority: 'cpr' },
    });
    expect(messages()).toMatchObject([
      {
        person: 'anna',
        status: 'sent',
        content: {
          words: {
            da: {
              subject: 'Tillykke',
              body: expect.stringContaining('til og med lørdag den 12. april 2025'),
            },
          },
        },
      },
    ]);
    expect(stores.tables.dispatches.get(`${id}-m1000`)).toMatchObject({
      service: 'digitalPost.deliver',
      disclosure: { persons: ['anna'] },
    });
    expect(await stores.journeys.pageOf('anna', { limit: 10 })).toEqual([]);
  });

  it('is made once, however often the report comes and however many processes take it', async () => {
    const { runtime, another, open, messages } = await offeredWorld();
    await Promise.all([runtime.report(birth()), another().report(birth()), another().report(birth())]);
    expect(await open()).toHaveLength(1);
    expect(messages()).toHaveLength(1);
    await runtime.report(birth('b-2'));
    expect(await open()).toHaveLength(2);
  });

  it('is not made again once it has been answered', async () => {
    const { runtime, answer, open } = await offeredWorld();
    await answer('decline');
    await runtime.report(birth());
    expect(await open()).toEqual([]);
  });

  it('is made to nobody who was not known', async () => {
    const { runtime, open, stores } = await offeredWorld();
    const before = stores.tables.journeys.size;
    await runtime.report({ ...birth('b-3', 'bo'), ours: [] });
    expect(await open('bo')).toEqual([]);
    expect(stores.tables.journeys.size).toBe(before);
  });

  it('is not made to whom has the journey that has heard of it, also when it is reported again', async () => {
    const { runtime, stores } = await startingWorld();
    const { record } = await runtime.start({ definition: 'child', person: 'anna' });
    for (let time = 0; time < 2; time += 1) await runtime.report(birth());
    expect(await stores.journeys.load(record.id)).toMatchObject({ status: 'done' });
    expect(stores.tables.journeys.size).toBe(1);
  });

  it('is not made to whom has such a journey that does not listen', async () => {
    const { runtime, open, stores } = await startingWorld().then(world => ({
      ...world,
      open: () => world.offers.page('anna', { limit: 10 }),
    }));
    const { record } = await runtime.start({ definition: 'child', person: 'anna' });
    stores.tables.journeys.set(record.id, { ...stores.tables.journeys.get(record.id)!, status: 'held' });
    await runtime.report(birth());
    expect(await open()).toEqual([]);
  });

  it('that is taken begins the journey with what was given, once', async () => {
    const { answer, id, stores, open, clock } = await offeredWorld();
    clock.advance(DAY);
    await answer('take', 'k');
    await answer('take', 'k');
    await answer('take');
    expect(await stores.journeys.load(id)).toMatchObject({
      status: 'active',
      version: 2,
      state: {
        chart: { context: { facts: { given: { date: '2025-02-27' } } } },
        between: { offer: { takenAt: clock.now() } },
      },
    });
    expect(await open()).toEqual([]);
    expect(await stores.journeys.pageOf('anna', { limit: 10 })).toMatchObject([
      { journey: id, status: 'active' },
    ]);
    expect([...stores.tables.timers.values()].some(({ seq }) => seq < 0)).toBe(false);
    await expect(answer('decline')).rejects.toMatchObject({ code: 'offer-over' });
    await expect(answer('decline', 'k')).resolves.toMatchObject({ status: 'active' });
  });

  it('that is declined is over', async () => {
    const { answer, id, stores } = await offeredWorld();
    await answer('decline');
    expect(await stores.journeys.load(id)).toMatchObject({ status: 'lapsed' });
    await expect(answer('take')).rejects.toMatchObject({ code: 'offer-over' });
  });

  it('expires by calendar time', async () => {
    const { clock, deliver, id, stores, answer } = await offeredWorld();
    clock.advance(41 * DAY);
    await deliver();
    expect(await stores.journeys.load(id)).toMatchObject({ status: 'offered' });
    clock.advance(DAY);
    await deliver();
    expect(await stores.journeys.load(id)).toMatchObject({ status: 'lapsed' });
    await expect(answer('take')).rejects.toMatchObject({ code: 'offer-over' });
  });

  it('is withdrawn when the person dies, and not when another does', async () => {
    const { runtime, id, stores } = await offeredWorld();
    const death = (person: string) =>
      runtime.report({
        authority: 'cpr',
        type: 'cpr.died',
        id: person,
        data: { person },
        persons: [person, 'anna'],
      });
    await death('bo');
    expect(await stores.journeys.load(id)).toMatchObject({ status: 'offered' });
    await death('anna');
    expect(await stores.journeys.load(id)).toMatchObject({ status: 'lapsed' });
  });

  it('of a journey that has been withdrawn cannot be taken', async () => {
    const { withdraw, answer } = await offeredWorld();
    await withdraw('child');
    await expect(answer('take')).rejects.toMatchObject({ code: 'unknown-definition' });
    await expect(answer('decline')).resolves.toMatchObject({ status: 'lapsed' });
  });

  it('is not another person’s, and a journey that was none is no offer', async () => {
    const { answer, offers, id, runtime } = await offeredWorld();
    await expect(answer('take', undefined, 'bo')).rejects.toMatchObject({ code: 'unknown-offer' });
    await expect(offers.one(id, 'bo')).rejects.toMatchObject({ code: 'unknown-offer' });
    const { record } = await runtime.start({ definition: 'child', person: 'anna' });
    await expect(offers.one(record.id, 'anna')).rejects.toMatchObject({ code: 'unknown-offer' });
    await expect(
      runtime.answerOffer({ journey: record.id, person: 'anna', answer: 'take' }),
    ).rejects.toMatchObject({
      code: 'unknown-offer',
    });
  });
});
