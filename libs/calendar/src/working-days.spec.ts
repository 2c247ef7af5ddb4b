import fc from 'fast-check';
import { addPeriod } from './period.js';
import { addWeekdays, isWeekday, isWorkingDay, nextWorkingDay, workingDayFrom } from './working-days.js';

const anyDate = fc.integer({ min: 0, max: 80_000 }).map(days => addPeriod('1900-01-01', `P${days}D`));

describe('working days', () => {
  it.each([
    ['2026-04-02', '2026-04-07', 'Maundy Thursday to the day after Easter Monday'],
    ['2026-05-14', '2026-05-18', 'Ascension Day, its Friday and the weekend'],
    ['2026-06-05', '2026-06-08', 'Constitution Day, a Friday in 2026'],
    ['2026-12-24', '2026-12-28', 'Christmas Eve, a Thursday, Christmas and Sunday'],
    ['2026-12-31', '2027-01-04', 'New Year’s Eve, New Year’s Day and the weekend'],
    ['2023-05-05', '2023-05-08', 'store bededag, for the last time'],
    ['2024-04-26', '2024-04-26', 'the same Friday of 2024'],
    ['2027-03-27', '2027-03-30', 'Easter, and the night summer time begins'],
    ['2028-02-29', '2028-02-29', 'a leap day'],
  ])('a deadline falling on %s expires on %s (%s)', (date, expected) =>
    expect(workingDayFrom(date)).toBe(expected),
  );

  it('nextWorkingDay is after the day, workingDayFrom may be the day itself', () => {
    expect(nextWorkingDay('2026-11-20')).toBe('2026-11-23');
    expect(nextWorkingDay('2026-11-23')).toBe('2026-11-24');
    expect(workingDayFrom('2026-11-23')).toBe('2026-11-23');
  });

  it('never skips a working day, and never waits longer than a week', () => {
    fc.assert(
      fc.property(anyDate, date => {
        const day = workingDayFrom(date);
        expect(isWorkingDay(day)).toBe(true);
        for (let between = date; between < day; between = addPeriod(between, 'P1D'))
          expect(isWorkingDay(between)).toBe(false);
        expect(day <= addPeriod(date, 'P7D')).toBe(true);
        expect(workingDayFrom(day)).toBe(day);
        expect(nextWorkingDay(date) > date).toBe(true);
      }),
    );
  });

  it('counts weekdays as a person does with a finger on the calendar', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40), (date, count) => {
        const end = addWeekdays(date, count);
        let weekdays = 0;
        for (let day = date; day < end;) {
          day = addPeriod(day, 'P1D');
          if (isWeekday(day)) weekdays += 1;
        }
        expect(weekdays).toBe(count);
        expect(count === 0 ? end === date : isWeekday(end)).toBe(true);
      }),
    );
  });
});
