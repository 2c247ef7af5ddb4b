import { BIRTH, world } from './world.js';

describe('a birth', () => {
  it('is offered having a child', async () => {
    const { report, offered } = await world();
    await report('cpr.birthRegistered', BIRTH, ['ida', 'anna']);
    expect(await offered('anna')).toEqual([{ journey: 'having-a-child', given: { bornOn: '2025-02-28' } }]);
  });

  it('is not, to whom has had the pregnancy followed', async () => {
    const { start, report, offered } = await world();
    await start('having-a-child', 'anna');
    await report('cpr.birthRegistered', BIRTH, ['ida', 'anna']);
    expect(await offered('anna')).toEqual([]);
  });
});

describe('the age of the state pension', () => {
  it('is told of half a year before, and the pension is offered', async () => {
    const { report, offered } = await world();
    const near = { person: 'anna', pensionAge: 67, reachedOn: '2025-09-03', payableFrom: '2025-10-01' };
    await report('udbetalingDanmark.pensionAgeNear', near, ['anna']);
    expect(await offered('anna')).toMatchObject([{ journey: 'retiring' }]);
  });
});

describe('a birthday', () => {
  const birthday = (age: 15 | 18, on: string) => ({ person: 'anna', age, on, municipality: '0751' });

  it.each([
    [15, 'digital-citizen'],
    [18, 'digital-citizen'],
  ] as const)('of %i is offered %s', async (age, journey) => {
    const { report, offered } = await world();
    await report('cpr.birthdayReached', birthday(age, '2025-03-03'), ['anna']);
    expect(await offered('anna')).toEqual([{ journey, given: {} }]);
  });

  it('is not, to whom has the journey under way', async () => {
    const { start, report, offered } = await world();
    await start('digital-citizen', 'anna');
    await report('cpr.birthdayReached', birthday(15, '2025-03-03'), ['anna']);
    expect(await offered('anna')).toEqual([]);
  });

  it('of 18 ends what the parents of a young mother may do for her, and offers it to her alone', async () => {
    const { start, report, offered, mandates, clock } = await world();
    const { id } = await start('having-a-child', 'anna');
    const custody = { child: 'anna', born: '2007-03-04', custodians: ['sofie'], from: '2025-03-01' };
    await mandates.hear({ type: 'cpr.custodyChanged', data: custody });
    expect(await mandates.reach(await mandates.inForce('sofie', 'anna'), id)).toBe(true);

    clock.advance(24 * 60 * 60 * 1000);
    await report('cpr.birthdayReached', birthday(18, '2025-03-04'), ['anna']);
    await expect(mandates.inForce('sofie', 'anna')).rejects.toMatchObject({ code: 'no-mandate' });
    expect(await offered('anna')).toEqual([{ journey: 'digital-citizen', given: {} }]);
    expect(await offered('sofie')).toEqual([]);
  });
});
