import { type Ending, inForce } from './endings.js';

const stop: Ending = {
  journey: 'j',
  entry: 5,
  at: 200,
  source: 'office.decideStop',
  persons: ['anna'],
  of: { is: 'benefit', ends: ['office.apply'] },
};
const lift: Ending = {
  journey: 'j',
  entry: 7,
  at: 300,
  source: 'office.reassess',
  persons: ['anna'],
  of: { is: 'benefit', ends: ['office.decideStop'] },
};

describe('endings that hold', () => {
  it('are given newest first', () => {
    const later = { ...stop, journey: 'k', entry: 1, at: 250 };
    expect(inForce([stop, later])).toEqual([later, stop]);
  });

  it('are no more where a later one has ended them for the same person', () => {
    expect(inForce([stop, lift])).toEqual([lift]);
    expect(inForce([stop, { ...lift, persons: ['bo'] }])).toHaveLength(2);
  });

  it('hold again where they are told once more', () => {
    const again = { ...stop, entry: 9, at: 400 };
    expect(inForce([again, lift, stop])).toEqual([again, lift]);
  });

  it('are not undone by anything where somebody has died', () => {
    const { of: _, ...death } = { ...stop, source: 'office.decideStop' };
    expect(inForce([lift, death])).toEqual([lift, death]);
  });

  it('are no more where the death before was a mistake, and that is an end of nothing', () => {
    const { of: _, ...death } = stop;
    const reversal = { ...death, entry: 6, at: 250, source: 'cpr.alive', isReversal: true } as const;
    expect(inForce([death, reversal])).toEqual([]);
    expect(inForce([stop, reversal])).toEqual([stop]);
    expect(inForce([death, { ...reversal, persons: ['bo'] }])).toEqual([death]);
    expect(inForce([death, { ...reversal, journey: 'k', entry: 1 }])).toEqual([]);
    const again = { ...death, entry: 8, at: 400 };
    expect(inForce([death, reversal, again])).toEqual([again]);
  });
});
