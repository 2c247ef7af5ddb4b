import { startOfDay } from '#calendar';
import { journeysTogether } from './together.js';

const { world } = await journeysTogether(['moving']);
const DAY = 24 * 60 * 60 * 1000;
const REFUSED = { code: 'no-mandate' };

const CUSTODY = { child: 'ida', born: '2015-06-15', custodians: ['anna', 'bo'], from: '2015-06-15' };
const GUARDIAN = { person: 'olga', guardian: 'anna', from: '2024-01-01' };
const DIED = { person: 'anna', diedOn: '2025-02-27', municipality: '0461' };
const REVERSED = { person: 'anna', reversedOn: '2025-03-03' };

/** Anna has custody of Ida with Bo, and is the guardian of Olga. */
async function registered(now?: number) {
  const opened = await world(now);
  const { mandates } = opened;
  const hear = (event: string, data: object) => mandates.hear({ type: `cpr.${event}`, data: data as never });
  await hear('custodyChanged', CUSTODY);
  await hear('guardianshipRegistered', GUARDIAN);
  const holds = async (holder: string, person: string) => {
    try {
      return (await mandates.inForce(holder, person)).map(({ basis }) => basis);
    } catch (error) {
      expect(error).toMatchObject(REFUSED);
      return [];
    }
  };
  return { ...opened, hear, holds };
}

describe('a death that was a mistake', () => {
  it.each(['anna', 'ida'])(
    'of %s gives back the mandates that it took, from the reversal on',
    async person => {
      const { hear, holds, mandates } = await registered();
      await hear('deathRegistered', { ...DIED, person });
      expect(await holds('anna', 'ida')).toEqual([]);
      expect(await mandates.of('anna')).toHaveLength(person === 'anna' ? 0 : 1);
      await hear('deathRecordReversed', { ...REVERSED, person });
      expect(await holds('anna', 'ida')).toEqual(['parent']);
      expect(await holds('bo', 'ida')).toEqual(['parent']);
      expect(await holds('anna', 'olga')).toEqual(['guardian']);
      expect(await mandates.inForce('anna', 'ida')).toMatchObject([
        {
          from: startOfDay('2015-06-15'),
          suspensions: [{ from: startOfDay('2025-02-27'), until: startOfDay('2025-03-03') }],
        },
      ]);
    },
  );

  it('of an infant gives the parents back what they held', async () => {
    const { hear, holds } = await registered();
    await hear('infantDeathRegistered', { child: 'ida', mother: 'anna', diedOn: '2025-02-27' });
    expect(await holds('bo', 'ida')).toEqual([]);
    await hear('deathRecordReversed', { ...REVERSED, person: 'ida' });
    expect(await holds('bo', 'ida')).toEqual(['parent']);
  });

  it('lets a parent act again, and the journal says who did and for whom', async () => {
    const { hear, runtime, stores } = await registered();
    const start = () => runtime.start({ definition: 'moving', person: 'ida', holder: 'anna' });
    await hear('deathRegistered', DIED);
    await expect(start()).rejects.toMatchObject(REFUSED);
    await hear('deathRecordReversed', REVERSED);
    const { record } = await start();
    expect(await stores.journeys.journal(record.id)).toMatchObject([{ actor: 'ida', holder: 'anna' }]);
  });

  it('is one in whatever order, and however often, it is told', async () => {
    for (const order of ['DR', 'RD', 'DRDR', 'RDR', 'DDR']) {
      const { hear, holds } = await registered();
      for (const told of order) {
        if (told === 'D') await hear('deathRegistered', DIED);
        else await hear('deathRecordReversed', REVERSED);
      }
      expect([order, await holds('anna', 'ida')]).toEqual([order, ['parent']]);
    }
  });

  it('gives nothing back for one of two who has died indeed, nor once they die after all', async () => {
    const { hear, holds, clock } = await registered();
    await hear('deathRegistered', DIED);
    await hear('deathRegistered', { ...DIED, person: 'olga' });
    await hear('deathRecordReversed', REVERSED);
    expect(await holds('anna', 'olga')).toEqual([]);
    expect(await holds('anna', 'ida')).toEqual(['parent']);
    clock.advance(9 * DAY);
    await hear('deathRegistered', { ...DIED, diedOn: '2025-03-10' });
    expect(await holds('anna', 'ida')).toEqual([]);
  });

  it('does not bring back custody of a child who has come of age meanwhile', async () => {
    const { hear, holds, clock } = await registered(Date.parse('2033-06-13T09:00:00Z'));
    await hear('deathRegistered', { ...DIED, diedOn: '2033-06-10' });
    clock.advance(3 * DAY);
    await hear('deathRecordReversed', { ...REVERSED, reversedOn: '2033-06-16' });
    expect(await holds('anna', 'ida')).toEqual([]);
    expect(await holds('anna', 'olga')).toEqual(['guardian']);
  });

  it('does not bring back what an authority has ended or passed to another meanwhile', async () => {
    const ended = { person: 'olga', guardian: 'anna', endedOn: '2025-03-01' };
    const passed = { ...CUSTODY, custodians: ['bo'], from: '2025-03-01' };
    for (const late of [false, true]) {
      const { hear, holds } = await registered();
      await hear('deathRegistered', DIED);
      const meanwhile = async () => {
        await hear('guardianshipEnded', ended);
        await hear('custodyChanged', passed);
      };
      if (!late) await meanwhile();
      await hear('deathRecordReversed', REVERSED);
      if (late) await meanwhile();
      expect(await holds('anna', 'olga')).toEqual([]);
      expect(await holds('anna', 'ida')).toEqual([]);
      expect(await holds('bo', 'ida')).toEqual(['parent']);
    }
  });

  it('takes from the heirs what they held, and leaves an heir who lives theirs', async () => {
    const { hear, holds, stores } = await registered();
    const heir = { person: 'anna', basis: 'heir', journeys: 'all', from: startOfDay('2025-02-28') } as const;
    await stores.mandates.add([
      { ...heir, holder: 'bo' },
      { ...heir, holder: 'anna', person: 'carl' },
    ]);
    await hear('deathRegistered', DIED);
    expect(await holds('bo', 'anna')).toEqual(['heir']);
    expect(await holds('anna', 'carl')).toEqual([]);
    await hear('deathRecordReversed', REVERSED);
    expect(await holds('bo', 'anna')).toEqual([]);
    expect(await holds('anna', 'carl')).toEqual(['heir']);
  });
});
