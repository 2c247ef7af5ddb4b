import { DEFAULT_RETRY_SCHEDULE, pauseBefore } from './retry-schedule.js';

describe('pauseBefore', () => {
  const schedule = { first: 100, longest: 1_000, attempts: 6 };

  it('doubles up to the longest', () => {
    expect([1, 2, 3, 4, 5].map(attempt => pauseBefore(schedule, attempt, 1))).toEqual([
      100, 200, 400, 800, 1_000,
    ]);
  });

  it('spreads over the upper half', () => {
    expect(pauseBefore(schedule, 3, 0)).toBe(200);
    expect(pauseBefore(schedule, 3, 0.5)).toBe(300);
  });

  it('never comes before the authority asked to be left alone', () => {
    expect(pauseBefore(schedule, 1, 0.5, 5_000)).toBe(5_000);
  });

  it('ends after the last attempt', () => {
    expect(pauseBefore(schedule, 6, 0.5)).toBeUndefined();
    expect(pauseBefore(DEFAULT_RETRY_SCHEDULE, DEFAULT_RETRY_SCHEDULE.attempts, 0)).toBeUndefined();
  });
});
