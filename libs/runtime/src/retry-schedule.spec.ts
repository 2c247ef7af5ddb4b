import { DEFAULT_RETRY_SCHEDULE, backoffDelay } from './retry-schedule.js';

const MINUTE = 60_000;

describe('pauseBefore', () => {
  const schedule = { first: 100, longest: 1_000, atLeast: 60_000 };

  it('doubles up to the longest pause, with at most half of it at random', () => {
    expect([1, 2, 3, 4, 5, 500].map(attempt => backoffDelay(schedule, attempt, 1))).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ]);
    expect(backoffDelay(schedule, 3, 0)).toBe(200);
    expect(backoffDelay(schedule, 3, 0.5)).toBe(300);
  });

  it('is never shorter than the authority asked for, up to an hour', () => {
    expect(backoffDelay(schedule, 1, 0.5, 5_000)).toBe(5_000);
    expect(backoffDelay(schedule, 1, 0.5, 31 * 365 * 24 * 60 * MINUTE)).toBe(60 * MINUTE);
  });

  it('begins within seconds and asks again every half hour at the latest', () => {
    expect(backoffDelay(DEFAULT_RETRY_SCHEDULE, 1, 1)).toBeLessThanOrEqual(5_000);
    expect(backoffDelay(DEFAULT_RETRY_SCHEDULE, 1_000, 1)).toBeLessThanOrEqual(30 * MINUTE);
  });
});
