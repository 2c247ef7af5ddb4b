import { addPeriod, type IsoDate } from '#calendar';

/** Værgemålsloven § 1: whoever is not yet 18 is a minor. */
const MINORITY = 'P18Y';

/** The day that somebody comes of age, from its midnight on; of one born on 29 February, 1 March, as Danish law counts. */
export function comingOfAge(born: IsoDate): IsoDate {
  const birthday = addPeriod(born, MINORITY);
  return birthday.slice(5) === born.slice(5) ? birthday : addPeriod(birthday, 'P1D');
}
