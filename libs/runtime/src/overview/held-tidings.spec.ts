import { benefitWorld } from '../../test/benefit-world.js';

/** The answer has held the journey. */
async function held() {
  const world = await benefitWorld({ broken: true });
  await world.grant();
  expect((await world.state()).status).toBe('held');
  return world;
}

describe('what an authority tells a journey that is held', () => {
  it('is told once the journey has been given it, as of when it came', async () => {
    const { anna: _anna, clock, report, resume, overview, benefits } = await held();
    const answeredAt = clock.now() - 1000;
    await report('raised', { child: 'ida', amount: 1300 });
    expect(await benefits()).toEqual([]);
    await resume();
    const { journeys } = await overview();
    expect(journeys.flatMap(({ told }) => told)).toMatchObject([
      { source: 'office.raised', authority: 'office', state: 'reading', entry: 4, amount: 1300 },
      {
        source: 'office.grant',
        authority: 'office',
        state: 'asking',
        entry: 3,
        at: answeredAt,
        amount: 1100,
      },
    ]);
  });

  it('is told as of one version', async () => {
    const { anna, report, resume, stores, state } = await held();
    await report('raised', { child: 'ida', amount: 1300 });
    await resume();
    const { version } = await state();
    const telling = ['office.grant', 'office.raised'];
    const asked = { journey: anna.journey, viewers: ['applicant'], dispatches: [], telling, ending: [] };
    const subjects = async (read: number) => {
      const rows = await stores.overviews.rowsOf([{ ...asked, version: read }]);
      return rows.get(anna.journey)!.tidings.map(({ entry }) => entry.subject);
    };
    expect(await subjects(version - 1)).toEqual([]);
    expect(await subjects(version)).toEqual(['office.raised', 'office.grant']);
  });

  it('ends by a report what had been told, before the journey has been given that and after', async () => {
    const { grant, report, resume, benefits, state } = await benefitWorld({ broken: true });
    await grant(1200);
    await report('raised', { child: 'ida', amount: 1100 });
    expect((await state()).status).toBe('held');
    expect(await benefits()).toEqual([{ amount: 1200 }]);
    await report('died', { person: 'ida', relatives: [] }, 'r-2');
    expect(await benefits()).toEqual([]);
    await resume();
    expect(await benefits()).toEqual([]);
  });

  it('stands in what has happened once the journey goes on', async () => {
    const { report, resume, view } = await held();
    await report('raised', { child: 'ida', amount: 1300 });
    await report('died', { person: 'ida', relatives: [] }, 'r-2');
    await resume();
    const { happened } = await view();
    expect(happened.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'held', 'resumed']);
    expect(happened.at(-1)!.taken).toMatchObject([
      { kind: 'answered', by: 'authority', authority: 'office', subject: 'office.grant', state: 'asking' },
      { kind: 'reported', by: 'authority', authority: 'office', subject: 'office.raised', state: 'reading' },
    ]);
  });
});
