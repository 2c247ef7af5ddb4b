import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { formatDate, parseDate, quoted, type IsoDate } from './iso-date.js';
import { parsePeriod, type Period } from './period.js';
import { remembered } from './remembered.js';

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const FURTHEST = 8.64e15; // of JavaScript's own dates, too
const ZONE = 'Europe/Copenhagen';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Instants before it may use the cached lengths: no period from there leads past the year 9999. */
const COMMON = Date.UTC(9000, 0);
const MOST_LENGTHS = 500;

/** Calendar date in Denmark at `instant`. */
export function dateAt(instant: Instant): IsoDate {
  return dayAt(instant).date;
}

interface Day {
  readonly date: IsoDate;
  readonly start: Instant;
  readonly end: Instant;
}

// One-entry cache: every event asks for the date, and nearly always on the same day.
let latest: Day = { date: '', start: 0, end: 0 };

function dayAt(instant: Instant): Day {
  if (Number.isInteger(instant) && instant >= latest.start && instant < latest.end) return latest;
  latest = isCommon(instant) ? dayAtHour(Math.floor(instant / HOUR)) : measuredDay(instant);
  return latest;
}

/** The day of an hour since 1970: days in Denmark have begun on the full hour since then. */
const dayAtHour = remembered((hour: number) => measuredDay(hour * HOUR));

function measuredDay(instant: Instant): Day {
  const date = formatDate(inDenmark(instant).toPlainDate());
  return { date, start: startOfDay(date), end: endOfDay(date) };
}

function isCommon(instant: Instant): boolean {
  return Number.isInteger(instant) && instant >= 0 && instant < COMMON;
}

/** Start of `date` in Denmark: local midnight, which is 22:00 or 23:00 UTC the day before. */
export const startOfDay = remembered(
  (date: IsoDate): Instant => parseDate(date).toZonedDateTime(ZONE).epochMilliseconds,
);

/** End of `date` in Denmark (exclusive): the instant at which the next day begins. A day has 23, 24 or 25 hours. */
export const endOfDay = remembered(
  (date: IsoDate): Instant => parseDate(date).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds,
);

/**
 * `instant` plus a period. Days and longer keep the time on the clock in Denmark, also over a change to or from summer
 * time (a time that is skipped that night becomes an hour later); hours and less are exact.
 *
 * @throws CalendarError on a malformed instant or period
 */
export function instantAfter(instant: Instant, period: Period): Instant {
  if (isCommon(instant)) {
    const length = lengthFrom(dayAt(instant), period);
    if (length !== undefined) return instant + length;
  }
  const start = inDenmark(instant);
  const duration = parsePeriod(period);
  try {
    return start.add(duration).epochMilliseconds;
  } catch {
    throw new CalendarError(
      `${quoted(period)} after ${start.toString()} is beyond what the calendar reaches.`,
    );
  }
}

// Cache: every step sets timers, by the same few periods.
const lengths = new Map<string, number | undefined>();

/**
 * Milliseconds of a period that begins on this day. Between two days of 24 hours they are the same at any time of the day;
 * otherwise undefined, and where the calendar ends.
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
      `${quoted(instant)} is not an instant: give whole milliseconds since 1970-01-01T00:00Z.`,
    );
  }
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);
}
