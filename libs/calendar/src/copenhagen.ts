import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { formatDate, parseDate, shown, type IsoDate } from './iso-date.js';
import { parsePeriod, type Period } from './period.js';

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const FURTHEST = 8.64e15; // of JavaScript's own dates, too
const ZONE = 'Europe/Copenhagen';

/** What day it is in Denmark at `instant`. */
export function dateAt(instant: Instant): IsoDate {
  if (Number.isInteger(instant) && instant >= latest.start && instant < latest.end) return latest.date;
  const date = formatDate(inDenmark(instant).toPlainDate());
  latest = { date, start: startOfDay(date), end: endOfDay(date) };
  return date;
}

// Asked for at every event, and it is nearly always the same day: the answer is kept until another day is asked for.
let latest: { date: IsoDate; start: Instant; end: Instant } = { date: '', start: 0, end: 0 };

/** When `date` begins in Denmark: midnight there, which is 22:00 or 23:00 UTC the day before. */
export function startOfDay(date: IsoDate): Instant {
  return parseDate(date).toZonedDateTime(ZONE).epochMilliseconds;
}

/** When `date` is over in Denmark: the instant the next day begins. A day has 23, 24 or 25 hours. */
export function endOfDay(date: IsoDate): Instant {
  return parseDate(date).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds;
}

/**
 * `instant` plus a period. Days and longer keep the time on the clock in Denmark, also over a change to or from summer
 * time (a time that is skipped that night becomes an hour later); hours and less are exact.
 *
 * @throws CalendarError on a malformed instant or period
 */
export function instantAfter(instant: Instant, period: Period): Instant {
  const start = inDenmark(instant);
  const duration = parsePeriod(period);
  try {
    return start.add(duration).epochMilliseconds;
  } catch {
    throw new CalendarError(
      `${shown(period)} after ${start.toString()} is beyond what the calendar reaches.`,
    );
  }
}

function inDenmark(instant: Instant): Temporal.ZonedDateTime {
  if (!Number.isInteger(instant) || Math.abs(instant) > FURTHEST) {
    throw new CalendarError(
      `${shown(instant)} is not an instant: give whole milliseconds since 1970-01-01T00:00Z.`,
    );
  }
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);
}
