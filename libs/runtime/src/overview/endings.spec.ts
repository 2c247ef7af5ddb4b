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
});
