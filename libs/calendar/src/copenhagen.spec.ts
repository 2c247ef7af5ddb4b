import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { dateAt, endOfDay, instantAfter, startOfDay } from './copenhagen.js';
import { addPeriod } from './period.js';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

describe('dateAt', () => {
  it.each([
    ['2026-11-22T22:59:59.999Z', '2026-11-22'],
    ['2026-11-22T23:00:00Z', '2026-11-23'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2027-03-27T23:00:00Z', '2027-03-28'],
    ['2027-03-28T21:59:59.999Z', '2027-03-28'],
    ['2027-03-28T22:00:00Z', '2027-03-29'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2028-02-29T12:00:00Z', '2028-02-29'],
  ])('at %s it is %s in Denmark', (instant, date) => expect(dateAt(at(instant))).toBe(date));

  it('agrees with the day the system itself names, in whatever order it is asked', () => {
    const named = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
    fc.assert(
      fc.property(fc.integer({ min: at('1980-01-01'), max: at('2100-01-01') }), instant => {
        expect(dateAt(instant)).toBe(named.format(instant));
      }),
    );
  });
});

describe('a day in Denmark', () => {
  it.each([
    ['2026-03-29', 23, 'summer time begins'],
    ['2027-03-28', 23, 'summer time begins'],
    ['2027-03-27', 24, ''],
    ['2026-10-25', 25, 'summer time ends'],
    ['2027-10-31', 25, 'summer time ends'],
  ])('%s has %i hours %s', (date, hours) => expect(endOfDay(date) - startOfDay(date)).toBe(hours * HOUR));

  it('begins where the day before ends, and is the day at its first and last millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), days => {
        const date = addPeriod('1950-01-01', `P${days}D`);
        expect(endOfDay(date)).toBe(startOfDay(addPeriod(date, 'P1D')));
        expect(dateAt(startOfDay(date))).toBe(date);
        expect(dateAt(endOfDay(date) - 1)).toBe(date);
        expect(dateAt(endOfDay(date))).not.toBe(date);
      }),
    );
  });
});

describe('instantAfter', () => {
  it.each([
    ['2027-03-27T12:00:00Z', 'P1D', '2027-03-28T11:00:00Z', 'the clock on the wall, in a day of 23 hours'],
    ['2027-03-27T12:00:00Z', 'PT24H', '2027-03-28T12:00:00Z', 'hours are exact'],
    ['2026-10-24T12:00:00Z', 'P1D', '2026-10-25T13:00:00Z', 'a day of 25 hours'],
    ['2027-03-27T01:30:00Z', 'P1D', '2027-03-28T01:30:00Z', '02:30 is skipped that night: 03:30'],
    ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28T10:00:00Z', 'the last of the month'],
    ['2026-06-01T10:00:00Z', 'P6M', '2026-12-01T11:00:00Z', 'summer to winter'],
    ['2026-11-22T10:00:00Z', 'P1DT2H', '2026-11-23T12:00:00Z', 'both'],
    ['2026-11-22T10:00:00Z', 'PT0S', '2026-11-22T10:00:00Z', 'nothing'],
  ])('%s + %s = %s (%s)', (start, period, expected) =>
    expect(new Date(instantAfter(at(start), period)).toISOString()).toBe(new Date(expected).toISOString()),
  );

  it('agrees with the calendar itself, whatever the day and the time of day', () => {
    const zone = 'Europe/Copenhagen';
    const few = fc.constantFrom(0, 0, 1, 2, 7, 29, 30, 365);
    fc.assert(
      fc.property(
        fc.integer({ min: at('1970-01-01'), max: at('2100-01-01') }),
        fc.tuple(few, few, few, few, few),
        (instant, [years, months, days, hours, seconds]) => {
          const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
          const after = start.add({ years, months, days, hours, seconds }).epochMilliseconds;
          const period = `P${years}Y${months}M${days}DT${hours}H${seconds}S`;
          expect(instantAfter(instant, period)).toBe(after);
          expect(instantAfter(instant, period)).toBe(after);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([Number.NaN, Infinity, 1.5, 8.64e15 + 1, null as unknown as number, '2026' as unknown as number])(
    '%p is no instant',
    instant => {
      expect(() => instantAfter(instant, 'P1D')).toThrow(CalendarError);
      expect(() => dateAt(instant)).toThrow(CalendarError);
    },
  );

  it.each(['P9000000Y', `PT${'9'.repeat(30)}S`, 'P1X'])('refuses %s', period =>
    expect(() => instantAfter(0, period)).toThrow(CalendarError),
  );
});
