import { movedBy } from './moved-by.js';

describe('a date told on another day', () => {
  it('keeps its distance', () => {
    expect(movedBy('2025-03-03', 7)).toBe('2025-03-10');
    expect(movedBy('2025-03-10', -7)).toBe('2025-03-03');
    expect(movedBy('2025-03-15', 0)).toBe('2025-03-15');
  });

  it('stays a working day, when it is one', () => {
    expect(movedBy('2025-03-03', 5)).toBe('2025-03-10');
    // Maundy Thursday to Easter Monday are closed.
    expect(movedBy('2025-03-03', 45)).toBe('2025-04-22');
    // A Saturday may move to any day.
    expect(movedBy('2025-03-15', 1)).toBe('2025-03-16');
  });
});
