import { startingWorld } from '../../test/starting-world.js';

const ANNA = 'anna';

async function busyWorld() {
  const world = await startingWorld();
  const { record } = await world.runtime.start({ definition: 'parent', person: ANNA });
  const begin = (more: { confirm?: readonly string[]; holder?: string; person?: string } = {}) =>
    world.runtime.start({ definition: 'child', person: ANNA, ...more });
  return { ...world, other: record.id, begin };
}

describe('a journey that contradicts what is under way', () => {
  it('tells of it, and begins when that is confirmed', async () => {
    const { begin, other, begun } = await busyWorld();
    await expect(begin()).rejects.toMatchObject({
      code: 'unconfirmed',
      contradictions: [
        {
          kind: 'warn',
          journey: other,
          reference: expect.stringMatching(/^PAR-/),
          title: { da: 'parent' },
          text: { da: 'Du er i gang med en anden.', en: 'You are busy with another.' },
        },
      ],
    });
    await expect(begin({ confirm: ['0197f4a2-8d35-7c61-b0aa-5f2e9d417c08'] })).rejects.toMatchObject({
      code: 'unconfirmed',
    });
    expect(begun()).toEqual([]);
    expect(await begin({ confirm: [other] })).toMatchObject({ created: true });
  });

  it('does not begin where it is refused, whatever is confirmed', async () => {
    const { begin, other } = await busyWorld();
    const { record } = await begin({ confirm: [other] });
    await expect(begin({ confirm: [other, record.id] })).rejects.toMatchObject({
      code: 'contradicts',
      contradictions: [{ kind: 'refuse', journey: record.id }],
    });
  });

  it('does not contradict itself when it is begun twice at once with one key', async () => {
    const { another, runtime } = await startingWorld();
    const request = { definition: 'child', person: ANNA, key: 'k', digest: 'd' };
    const both = await Promise.all([runtime.start(request), another().start(request)]);
    expect(new Set(both.map(({ record }) => record.id)).size).toBe(1);
  });

  it('begins when the other is over', async () => {
    const { begin, other, runtime } = await busyWorld();
    await runtime.cancel({ journey: other, person: ANNA });
    expect(await begin()).toMatchObject({ created: true });
  });

  it('hears of nobody else, and of no journey that the mandate of who asks does not reach', async () => {
    const { begin, stores } = await busyWorld();
    expect(await begin({ person: 'bo' })).toMatchObject({ created: true });
    const mandate = { person: ANNA, basis: 'guardian', from: 0 } as const;
    await stores.mandates.add([
      { ...mandate, holder: 'carl', journeys: ['child'] },
      { ...mandate, holder: 'dora', journeys: 'all' },
    ]);
    await expect(begin({ holder: 'dora' })).rejects.toMatchObject({ code: 'unconfirmed' });
    expect(await begin({ holder: 'carl' })).toMatchObject({ created: true });
  });

  it('is not begun by an offer either, and the offer stands', async () => {
    const { runtime, other, offers } = await busyWorld();
    await runtime.report({
      authority: 'cpr',
      type: 'cpr.born',
      id: 'b-1',
      data: { mother: ANNA, on: '2025-02-27' },
      persons: [ANNA],
    });
    const [offer] = await offers.page(ANNA, { limit: 10 });
    const take = { journey: offer!.record.id, person: ANNA, answer: 'take' } as const;
    await expect(runtime.answerOffer(take)).rejects.toMatchObject({ code: 'unconfirmed' });
    expect(await runtime.answerOffer({ ...take, confirm: [other] })).toMatchObject({ status: 'active' });
    // To take it again changes nothing, though it is itself under way by now.
    expect(await runtime.answerOffer(take)).toMatchObject({ status: 'active' });
  });

  it('is what a journey starts by itself: nobody is asked', async () => {
    const { accept, deliver, begun } = await startingWorld();
    await accept();
    await deliver();
    expect(begun()).toHaveLength(1);
  });
});
