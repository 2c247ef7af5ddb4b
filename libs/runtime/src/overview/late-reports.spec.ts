import { benefitWorld } from '../../test/benefit-world.js';

/** Anna has been granted a benefit for Ida. */
async function granted(how: Parameters<typeof benefitWorld>[0] = {}) {
  const world = await benefitWorld(how);
  await world.grant();
  return world;
}

describe('what a journey has told', () => {
  it('ends with whoever dies after the journey has ended', async () => {
    const { end, report, benefits, journal, state } = await granted();
    await end();
    expect(await benefits()).toEqual([{ amount: 1100 }]);
    const before = await state();
    await report('died', { person: 'ida', relatives: [] });
    expect(await benefits()).toEqual([]);
    expect((await journal()).at(-1)).toMatchObject({
      kind: 'late',
      subject: 'office.died',
      entered: [],
      left: [],
      seenBy: [],
    });
    expect(await state()).toEqual({ ...before, version: before.version + 1 });
  });

  it('ends with whoever dies while the journey listens to nothing of the kind', async () => {
    const { report, benefits } = await granted();
    await report('died', { person: 'ida', relatives: [] });
    expect(await benefits()).toEqual([]);
  });

  it('ends with whoever dies for whom it is, though they take no part, and is there again where that was a mistake', async () => {
    const { end, report, benefits, journal } = await granted({ alone: true });
    await end();
    const before = await journal();
    await report('died', { person: 'bo', relatives: ['ida'] }, 'r-0');
    await report('moved', { child: 'ida' }, 'r-9');
    expect(await journal()).toEqual(before);
    for (let times = 0; times < 2; times += 1) await report('died', { person: 'ida', relatives: [] });
    expect(await benefits()).toEqual([]);
    expect(await journal()).toHaveLength(before.length + 1);
    await report('alive', { person: 'ida' }, 'r-2');
    expect(await benefits()).toEqual([{ amount: 1100 }]);
  });

  it('ends on the last day that is reported', async () => {
    const { end, report, benefits } = await granted();
    await end();
    await report('stopped', { child: 'ida', until: '2030-06-30' });
    expect(await benefits()).toEqual([{ amount: 1100, until: '2030-06-30' }]);
  });

  it('is kept as ended once, however often that is reported', async () => {
    const { end, report, journal } = await granted();
    await end();
    for (let times = 0; times < 2; times += 1) await report('died', { person: 'ida', relatives: [] });
    expect((await journal()).filter(({ kind }) => kind === 'late')).toHaveLength(1);
  });

  it('leaves no trace of a report that ends none of it', async () => {
    const { end, report, journal } = await granted();
    await end();
    const before = await journal();
    await report('moved', { child: 'ida' });
    await report('died', { person: 'anna', relatives: ['bo'] }, 'r-2');
    expect(await journal()).toEqual(before);
  });

  it('is all that is kept of the report: nobody but whose it was', async () => {
    const { end, report, journal } = await granted();
    await end();
    await report('died', { person: 'ida', relatives: ['carl', 'ida'] });
    expect((await journal()).at(-1)?.detail).toMatchObject({
      stimulus: { event: { data: { person: 'ida', relatives: ['ida'] } } },
    });
  });

  it('keeps nobody from being offered what the report is of use for', async () => {
    const { end, report, offers } = await granted();
    await end();
    await report('died', { person: 'ida', relatives: ['anna'] });
    expect(await offers()).toHaveLength(1);
  });

  it('is there again where the death was a mistake, and over where they die after all', async () => {
    const { end, report, benefits, journal } = await granted();
    await end();
    await report('died', { person: 'ida', relatives: [] });
    expect(await benefits()).toEqual([]);
    for (let times = 0; times < 2; times += 1) await report('alive', { person: 'ida' }, 'r-2');
    expect(await benefits()).toEqual([{ amount: 1100 }]);
    await report('alive', { person: 'ida' }, 'r-3');
    expect((await journal()).filter(({ kind }) => kind === 'late')).toHaveLength(2);
    await report('died', { person: 'ida', relatives: [] }, 'r-4');
    expect(await benefits()).toEqual([]);
  });

  it('is still over where the mistake was another’s death, or an authority has ended it', async () => {
    const { end, report, benefits } = await granted();
    await end();
    await report('stopped', { child: 'ida', until: '2025-03-31' });
    await report('died', { person: 'ida', relatives: [] }, 'r-2');
    await report('alive', { person: 'anna' }, 'r-3');
    expect(await benefits()).toEqual([]);
    await report('alive', { person: 'ida' }, 'r-4');
    expect(await benefits()).toEqual([{ amount: 1100, until: '2025-03-31' }]);
  });
});
