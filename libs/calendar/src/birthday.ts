import { type IsoDate } from './iso-date.js';
import { addPeriod } from './period.js';

/**
 * The day on which somebody reaches an age, from its midnight on (Værgemålsloven § 1). Of one born on 29 February it is 1 March in a
 * year without that day, as Danish law counts.
 *
 * @param age in whole years
 */
export function birthday(born: IsoDate, age: number): IsoDate {
  const day = addPeriod(born, `P${age}Y`);
  return day.slice(5) === born.slice(5) ? day : addPeriod(day, 'P1D');
}
