import { type Told } from './told.js';
import { type Ending, untilEnded } from './until-ended.js';

const told: Told = {
  is: 'benefit',
  source: 'su.applyGrant',
  authority: 'su',
  state: 'grant',
  entry: 4,
  item: 1,
  at: 0,
  amount: 6589,
  every: 'month',
};
const tiding = {
  entry: { seq: 4, at: 0, kind: 'answered', subject: 'su.applyGrant' },
  data: {},
  asked: { dispatch: 3, input: { person: 'anna', children: ['ida'] } },
} as unknown as Parameters<typeof untilEnded>[1];
const ending: Ending = { is: 'benefit', ends: ['su.applyGrant'], subjects: ['anna'], until: '2025-06-30' };
const ended = (over: Partial<Ending> = {}, of = told) => untilEnded(of, tiding, [{ ...ending, ...over }]);

describe('what was told', () => {
  it('holds until the last day that a later answer says', () => {
    expect(ended()).toEqual([{ ...told, until: '2025-06-30' }]);
    expect(ended({}, { ...told, until: '2025-05-31' })).toEqual([{ ...told, until: '2025-05-31' }]);
  });

  it('is gone where it is over at once', () => {
    expect(untilEnded(told, tiding, [{ is: 'benefit', ends: ['su.applyGrant'], subjects: ['ida'] }])).toEqual(
      [],
    );
  });

  it('holds where something else ends, or somebody else’s', () => {
    expect(ended({ subjects: ['bo'] })).toEqual([told]);
    expect(ended({ is: 'appointment' })).toEqual([told]);
    expect(ended({ ends: ['su.applyLoan'] })).toEqual([told]);
  });
});
