import fc from 'fast-check';
import { CalendarError } from './calendar-error.js';
import { addPeriod, daysBetween, isPeriod, subtractPeriod } from './period.js';

const MILLISECONDS_A_DAY = 86_400_000;
const anyDate = fc
  .date({ min: new Date('1700-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('addPeriod', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2026-08-31', 'P1M', '2026-09-30'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2028-02-29', 'P4Y', '2032-02-29'],
    ['2028-02-28', 'P1D', '2028-02-29'],
    ['2027-02-28', 'P1D', '2027-03-01'],
    ['2100-02-28', 'P1D', '2100-03-01'],
    ['2026-04-02', 'P4W', '2026-04-30'],
    ['2027-03-27', 'P1D', '2027-03-28'],
    ['2027-03-28', 'P1D', '2027-03-29'],
    ['2026-12-24', 'P14D', '2027-01-07'],
    ['2026-01-30', 'P1M1D', '2026-03-01'],
    ['2026-05-15', 'P0D', '2026-05-15'],
    ['2026-05-15', 'P1W2D', '2026-05-24'],
  ])('%s + %s = %s', (date, period, expected) => expect(addPeriod(date, period)).toBe(expected));

  it('moves by exactly as many days as it is told, as counted on the UTC time line', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40_000), (date, days) => {
        const expected = new Date(Date.parse(date) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
        expect(addPeriod(date, `P${days}D`)).toBe(expected);
        expect(subtractPeriod(expected, `P${days}D`)).toBe(date);
        expect(daysBetween(date, expected)).toBe(days);
        expect(daysBetween(expected, date)).toBe(days === 0 ? 0 : -days);
      }),
    );
  });

  it('leads by weeks to the same weekday, and by months to the same day or the last of its month', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(600), (date, count) => {
        const weekday = (of: string): number => new Date(of).getUTCDay();
        expect(weekday(addPeriod(date, `P${count}W`))).toBe(weekday(date));
        const moved = addPeriod(date, `P${count}M`);
        const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
        expect(moved.slice(0, 7)).toBe(
          new Date(Date.UTC(0, months))
            .toISOString()
            .slice(0, 7)
            .replace(/^\d{4}/, String(Math.floor(months / 12))),
        );
        if (moved.slice(8) !== date.slice(8)) {
          expect(Number(moved.slice(8))).toBeLessThan(Number(date.slice(8)));
          expect(addPeriod(moved, 'P1D').slice(8)).toBe('01');
        }
      }),
    );
  });
});

describe('subtractPeriod', () => {
  it.each([
    ['2026-03-31', 'P1M', '2026-02-28'],
    ['2028-03-31', 'P1M', '2028-02-29'],
    ['2028-02-29', 'P1Y', '2027-02-28'],
    ['2027-01-01', 'P1D', '2026-12-31'],
  ])('%s - %s = %s', (date, period, expected) => expect(subtractPeriod(date, period)).toBe(expected));
});

describe('bad input', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31'])('%s: no such day', date =>
    expect(() => addPeriod(date, 'P1D')).toThrow(
      new CalendarError(`"${date}" is not a date: there is no such day in the calendar.`),
    ),
  );
  it.each([
    '',
    '26-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '-002026-01-01',
    '0000-01-01',
    '２０２６-01-01',
  ])('%j is not written as a date', date =>
    expect(() => daysBetween('2026-01-01', date)).toThrow(/is not a date: write it as YYYY-MM-DD/),
  );
  it.each([
    '',
    'P',
    'PT',
    'P1',
    '1D',
    'P1.5D',
    'P-1D',
    '-P1D',
    'p1d',
    'P1DT',
    'P1H',
    'P1D1M',
    'P1D ',
    'P1D\n',
    'P١D',
  ])('%j is not a period', period => {
    expect(() => addPeriod('2026-01-01', period)).toThrow(/is not a period/);
    expect(isPeriod(period)).toBe(false);
  });
  it('refuses values that are not text, which JSON may bring', () => {
    for (const value of [null, undefined, 20260101, {}, ['2026-01-01']]) {
      expect(() => addPeriod(value as unknown as string, 'P1D')).toThrow(CalendarError);
      expect(() => addPeriod('2026-01-01', value as unknown as string)).toThrow(CalendarError);
    }
  });
  it('refuses to move a date by hours', () =>
    expect(() => addPeriod('2026-01-01', 'P1DT2H')).toThrow(
      '"P1DT2H" has hours, minutes or seconds: a date can only be moved by whole days.',
    ));
  it.each([
    ['9999-12-31', 'P1D'],
    ['2026-01-01', 'P9000Y'],
    ['2026-01-01', 'P999999999999Y'],
    ['2026-01-01', `P${'9'.repeat(400)}D`],
  ])('%s + %s is refused', (date, period) => expect(() => addPeriod(date, period)).toThrow(CalendarError));
  it('refuses to go back before year 1', () =>
    expect(() => subtractPeriod('0001-01-01', 'P1D')).toThrow(/outside 1 to 9999/));
});
