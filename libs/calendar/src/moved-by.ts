import { type IsoDate } from './iso-date.js';
import { addPeriod, subtractPeriod } from './period.js';
import { isWorkingDay, workingDayFrom } from './working-days.js';

/**
 * A date of an example, told so many days later (or earlier, when negative). A working day stays one: no office gives an
 * appointment on a Sunday because its example was told on another day of the week.
 */
export function movedBy(date: IsoDate, days: number): IsoDate {
  const moved = days < 0 ? subtractPeriod(date, `P${-days}D`) : addPeriod(date, `P${days}D`);
  return days !== 0 && isWorkingDay(date) ? workingDayFrom(moved) : moved;
}
