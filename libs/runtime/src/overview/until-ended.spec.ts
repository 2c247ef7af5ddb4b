import { type Ending } from './endings.js';
import { type Told } from './told.js';
import { untilEnded } from './until-ended.js';

const told: Told = {
  is: 'benefit',
  source: 'su.applyGrant',
  authority: 'su',
  state: 'grant',
  entry: 4,
  item: 1,
  at: 100,
  amount: 6589,
  every: 'month',
};
const of = { is: 'benefit', ends: ['su.applyGrant'] } as const;
const ending: Ending = {
  journey: 'j',
  entry: 5,
  at: 200,
  source: 'su.stopGrant',
  persons: ['anna'],
  of,
  until: '2025-06-30',
};
const { of: _of, until: _until, ...death } = ending;
const ended = (over: Partial<Ending> = {}, one = told) =>
  untilEnded({ told: one, journey: 'j', parties: [['anna']] }, [{ ...ending, ...over }]);

describe('what was told', () => {
  it('holds until the last day that a later answer says', () => {
    expect(ended()).toEqual([{ ...told, until: '2025-06-30' }]);
    expect(ended({}, { ...told, until: '2025-05-31' })).toEqual([{ ...told, until: '2025-05-31' }]);
  });

  it('is gone where it is over at once', () => {
    const { until: _, ...atOnce } = ending;
    expect(untilEnded({ told, journey: 'j', parties: [['bo'], ['anna']] }, [atOnce])).toEqual([]);
  });

  it('holds where something else ends, or somebody else’s', () => {
    expect(ended({ persons: ['bo'] })).toEqual([told]);
    expect(ended({ of: { ...of, is: 'appointment' } })).toEqual([told]);
    expect(ended({ of: { ...of, ends: ['su.applyLoan'] } })).toEqual([told]);
  });

  it('holds where it was told since, in this journey by its number and in another by the time', () => {
    expect(ended({ entry: 3 })).toEqual([told]);
    expect(ended({ journey: 'other', entry: 3 })).toEqual([{ ...told, until: '2025-06-30' }]);
    expect(ended({ journey: 'other', at: 99 })).toEqual([told]);
  });

  it('is gone with one of those whose it is, and with a list when all have died', () => {
    const children = [['anna'], ['ida', 'emil']];
    const after = (...dead: readonly string[]) =>
      untilEnded(
        { told, journey: 'j', parties: children },
        dead.map(person => ({ ...death, persons: [person] })),
      );
    expect(after('anna')).toEqual([]);
    expect(after('ida')).toEqual([told]);
    expect(after('ida', 'emil')).toEqual([]);
  });

  it('is gone with a death before the last day that was said', () => {
    const later = [{ ...death, entry: 6 }, ending];
    expect(untilEnded({ told, journey: 'j', parties: [['anna']] }, later)).toEqual([]);
  });

  it('is owed after a death as well where it is paid once', () => {
    const { every: _every, ...once } = { ...told, is: 'payment' as const };
    expect(untilEnded({ told: once, journey: 'j', parties: [['anna']] }, [death])).toEqual([once]);
  });
});
