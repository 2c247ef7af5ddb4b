import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { formatDate, parseDate, shown, type IsoDate } from './iso-date.js';
import { parsePeriod, type Period } from './period.js';

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const FURTHEST = 8.64e15; // of JavaScript's own dates, too
const ZONE = 'Europe/Copenhagen';
const DAY = 86_400_000;
/** Where the calendar goes on for long enough after. */
const COMMON = Date.UTC(9000, 0);
const MOST_LENGTHS = 500;

/** What day it is in Denmark at `instant`. */
export function dateAt(instant: Instant): IsoDate {
  return dayAt(instant).date;
}

interface Day {
  readonly date: IsoDate;
  readonly start: Instant;
  readonly end: Instant;
}

// Asked for at every event, and it is nearly always the same day: the answer is kept until another day is asked for.
let latest: Day = { date: '', start: 0, end: 0 };

function dayAt(instant: Instant): Day {
  if (Number.isInteger(instant) && instant >= latest.start && instant < latest.end) return latest;
  const date = formatDate(inDenmark(instant).toPlainDate());
  latest = { date, start: startOfDay(date), end: endOfDay(date) };
  return latest;
}

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
  if (Number.isInteger(instant) && instant >= 0 && instant < COMMON) {
    const length = lengthFrom(dayAt(instant), period);
    if (length !== undefined) return instant + length;
  }
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

// Timers are set at every step, by the same few periods.
const lengths = new Map<string, number | undefined>();

/**
 * How many milliseconds a period has that begins on this day: from one day of 24 hours to another the same at whatever time
 * of the day. Undefined where it is not, or where the calendar ends.
 */
function lengthFrom(day: Day, period: Period): number | undefined {
  const key = `${day.date} ${period}`;
  if (lengths.has(key)) return lengths.get(key);
  if (lengths.size >= MOST_LENGTHS) lengths.clear();
  const length = measured(day, period);
  lengths.set(key, length);
  return length;
}

function measured(day: Day, period: Period): number | undefined {
  const { years, months, weeks, days, hours, minutes, seconds } = parsePeriod(period);
  if (day.end - day.start !== DAY) return undefined;
  try {
    const date = formatDate(parseDate(day.date).add({ years, months, weeks, days }));
    const start = startOfDay(date);
    if (endOfDay(date) - start !== DAY) return undefined;
    const length = start - day.start + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
    return length < COMMON - day.end ? length : undefined;
  } catch {
    return undefined;
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
