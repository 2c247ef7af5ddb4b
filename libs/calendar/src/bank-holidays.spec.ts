import fc from 'fast-check';
import { bankHolidays, isBankHoliday } from './bank-holidays.js';
import { CalendarError } from './calendar-error.js';
import { easter } from './easter.js';
import { addPeriod, daysBetween } from './period.js';

const weekday = (date: string): number => new Date(date).getUTCDay();
const easterOf = (year: number): string => {
  const { month, day } = easter(year);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

describe('easter', () => {
  it.each([
    '1900-04-15',
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
    '2285-03-22',
  ])('is on %s', date => expect(easterOf(Number(date.slice(0, 4)))).toBe(date));

  it('is a Sunday from 22 March to 25 April, and comes round after 5,700,000 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 9999 }), year => {
        const date = easterOf(year);
        expect(weekday(date)).toBe(0);
        expect(date >= `${year}-03-22` && date <= `${year}-04-25`).toBe(true);
        expect(easter(year + 5_700_000)).toEqual(easter(year));
      }),
    );
  });

  it('follows the full moon of the church by one to seven days', () => {
    // The golden number's full moons as tabled for 1900 to 2199, counted in days from 21 March.
    const moons = [24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6];
    for (let year = 1900; year < 2200; year++) {
      const after = daysBetween(addPeriod(`${year}-03-21`, `P${moons[year % 19]}D`), easterOf(year));
      expect([year, after >= 1 && after <= 7]).toEqual([year, true]);
    }
  });
});

describe('bankHolidays', () => {
  it('lists 2026 in order', () => {
    expect(bankHolidays(2026).map(({ date, name }) => `${date} ${name.da}`)).toEqual([
      '2026-01-01 nytårsdag',
      '2026-04-02 skærtorsdag',
      '2026-04-03 langfredag',
      '2026-04-05 påskedag',
      '2026-04-06 2. påskedag',
      '2026-05-14 Kristi himmelfartsdag',
      '2026-05-24 pinsedag',
      '2026-05-25 2. pinsedag',
      '2026-12-25 juledag',
      '2026-12-26 2. juledag',
    ]);
  });

  it('has store bededag until 2023 and not from 2024', () => {
    expect(isBankHoliday('2022-05-13')).toBe(true);
    expect(isBankHoliday('2023-05-05')).toBe(true);
    expect(isBankHoliday('2024-04-26')).toBe(false);
    expect(isBankHoliday('2025-05-16')).toBe(false);
    expect(bankHolidays(2023)).toHaveLength(11);
    expect(bankHolidays(2024)).toHaveLength(10);
  });

  it('has days that are no public holidays: 5 June, Christmas Eve, New Year’s Eve, the day after Ascension, 1 May', () => {
    for (const date of ['2026-06-05', '2026-12-24', '2026-12-31', '2026-05-15', '2026-05-01']) {
      expect(isBankHoliday(date)).toBe(false);
    }
  });

  it('has every movable day on its weekday, each year with no day twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 9999 }), year => {
        const holidays = bankHolidays(year);
        const on = (name: string): number =>
          weekday(holidays.find(holiday => holiday.name.da === name)?.date ?? '');
        expect([
          on('skærtorsdag'),
          on('langfredag'),
          on('2. påskedag'),
          on('Kristi himmelfartsdag'),
          on('2. pinsedag'),
        ]).toEqual([4, 5, 1, 4, 1]);
        expect(new Set(holidays.map(({ date }) => date)).size).toBe(year <= 2023 ? 11 : 10);
        expect(holidays.every(({ date }) => isBankHoliday(date) && date.startsWith(String(year)))).toBe(true);
      }),
    );
  });

  it.each([1899, 10_000, 2026.5, Number.NaN, '2026' as unknown as number])('has no table for %p', year =>
    expect(() => bankHolidays(year)).toThrow(CalendarError),
  );
  it('refuses a day that does not exist', () =>
    expect(() => isBankHoliday('2026-02-30')).toThrow('no such day'));
});
