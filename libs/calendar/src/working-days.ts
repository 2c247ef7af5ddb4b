import { bankHolidayOn, bankHolidays } from './bank-holidays.js';
import { parseDate, type IsoDate } from './iso-date.js';
import { addPeriod } from './period.js';
import { type Bilingual, type Sourced } from './sourced.js';

const SATURDAY = 6;
const SUNDAY = 7;

interface ClosingDay extends Sourced {
  readonly name: Bilingual;
  readonly is: (date: IsoDate) => boolean;
}

const PRESCRIPTION_ACT = {
  source: 'Forældelsesloven § 27, stk. 2, tilsvarende',
  confidence: 'background',
} as const;

/** Further days on which no deadline expires, beside weekends and public holidays. */
const CLOSING_DAYS: readonly ClosingDay[] = [
  {
    name: { da: 'fredagen efter Kristi himmelfartsdag', en: 'the Friday after Ascension Day' },
    is: date => date === dayAfterAscension(date),
    source: 'Justitsministeriets vejledning nr. 9533 af 26. juni 2018 om beregning af klagefrister',
    confidence: 'found',
  },
  {
    name: { da: 'grundlovsdag', en: 'Constitution Day' },
    is: date => date.endsWith('-06-05'),
    ...PRESCRIPTION_ACT,
  },
  {
    name: { da: 'juleaftensdag', en: 'Christmas Eve' },
    is: date => date.endsWith('-12-24'),
    ...PRESCRIPTION_ACT,
  },
  {
    name: { da: 'nytårsaftensdag', en: 'New Year’s Eve' },
    is: date => date.endsWith('-12-31'),
    ...PRESCRIPTION_ACT,
  },
];

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: IsoDate): number {
  return parseDate(date).dayOfWeek;
}

/** Whether `date` is a weekday (hverdag) for the post: Monday to Friday, and no public holiday. */
export function isWeekday(date: IsoDate): boolean {
  return weekdayOf(date) < SATURDAY && !bankHolidayOn(date);
}

/** Adds weekdays: the first counted is the next weekday after `date`. */
export function addWeekdays(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addPeriod(day, 'P1D');
    if (isWeekday(day)) left -= 1;
  }
  return day;
}

/** Why a deadline does not expire on `date`; undefined on a working day. */
export function closedBecause(date: IsoDate): Bilingual | undefined {
  const named = bankHolidayOn(date) ?? CLOSING_DAYS.find(day => day.is(date));
  if (named) return named.name;
  const weekday = weekdayOf(date);
  if (weekday === SATURDAY) return { da: 'en lørdag', en: 'a Saturday' };
  if (weekday === SUNDAY) return { da: 'en søndag', en: 'a Sunday' };
  return undefined;
}

/**
 * Whether a deadline can expire on `date`: no Saturday, Sunday or public holiday, nor the Friday after Ascension Day,
 * 5 June, 24 or 31 December.
 */
export function isWorkingDay(date: IsoDate): boolean {
  return closedBecause(date) === undefined;
}

/** The first working day after `date`. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  return workingDayFrom(addPeriod(date, 'P1D'));
}

/** `date` itself if it is a working day, or else the next one: where a deadline that falls on `date` expires. */
export function workingDayFrom(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addPeriod(day, 'P1D');
  return day;
}

function dayAfterAscension(date: IsoDate): IsoDate | undefined {
  const ascension = bankHolidays(parseDate(date).year).find(({ name }) => name.en === 'Ascension Day');
  return ascension && addPeriod(ascension.date, 'P1D');
}
