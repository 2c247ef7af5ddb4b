import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { formatDate, parseDate, quoted, type IsoDate } from './iso-date.js';
import { remembered } from './remembered.js';

/** ISO 8601 duration, counted by the calendar: `P14D`, `P4W`, `P1Y6M`, and between instants also `PT2H`. */
export type Period = string;

const SHAPE = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

/**
 * Parses a period.
 *
 * @returns never negative
 * @throws CalendarError when `text` is not such a period; fractions and signs are not accepted
 */
export function parsePeriod(text: Period): Temporal.Duration {
  if (typeof text !== 'string' || !SHAPE.test(text)) {
    throw new CalendarError(
      `${quoted(text)} is not a period: write whole numbers as ISO 8601 does, as in P14D, P4W, P1Y6M or PT2H.`,
    );
  }
  try {
    return durationOf(text);
  } catch {
    throw new CalendarError(`${quoted(text)} is longer than the calendar reaches.`);
  }
}

const durationOf = remembered((text: string) => Temporal.Duration.from(text));

/** Whether `text` is a period such as `P14D` or `PT2H`. */
export function isPeriod(text: string): boolean {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  try {
    parsePeriod(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * `date` plus a period of whole days. Weeks lead to the same weekday; months and years to the same day of the month,
 * or to the month's last day where it has no such day (31 January + P1M = 28 or 29 February).
 *
 * @throws CalendarError on a malformed date or period, hours or less, or a year past 9999
 */
export function addPeriod(date: IsoDate, period: Period): IsoDate {
  return formatDate(shift(date, period, 'add'));
}

/** `date` less a period of whole days, by the rules of `addPeriod`. It does not always undo it: months differ in length. */
export function subtractPeriod(date: IsoDate, period: Period): IsoDate {
  return formatDate(shift(date, period, 'subtract'));
}

/** Days from `from` to `to`: 1 from a day to the next, negative backwards. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return parseDate(from).until(parseDate(to), { largestUnit: 'day' }).days;
}

function shift(date: IsoDate, period: Period, direction: 'add' | 'subtract'): Temporal.PlainDate {
  const start = parseDate(date);
  const duration = parsePeriod(period);
  if (period.includes('T')) {
    throw new CalendarError(
      `${quoted(period)} has hours, minutes or seconds: a date can only be moved by whole days.`,
    );
  }
  try {
    return start[direction](duration);
  } catch {
    throw new CalendarError(`${date} moved by ${quoted(period)} is beyond what the calendar reaches.`);
  }
}
