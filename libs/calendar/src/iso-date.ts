import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { remembered } from './remembered.js';

/** Calendar date in ISO 8601 form: `YYYY-MM-DD`, years 0001 to 9999. */
export type IsoDate = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a valid date, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  try {
    parseDate(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws CalendarError when `text` is not written `YYYY-MM-DD` or there is no such day */
export function parseDate(text: IsoDate): Temporal.PlainDate {
  if (typeof text !== 'string' || !SHAPE.test(text) || text.startsWith('0000')) {
    throw new CalendarError(`${quoted(text)} is not a date: write it as YYYY-MM-DD, as in 2026-02-28.`);
  }
  try {
    return dateOf(text);
  } catch {
    throw new CalendarError(`${quoted(text)} is not a date: there is no such day in the calendar.`);
  }
}

const dateOf = remembered((text: string) => Temporal.PlainDate.from(text));

/** @throws CalendarError when the year no longer has four digits */
export function formatDate(date: Temporal.PlainDate): IsoDate {
  if (date.year < 1 || date.year > 9999) {
    throw new CalendarError(`The year ${date.year} is outside 1 to 9999: is a period too long?`);
  }
  return date.toString();
}

/** Quotes a value in an error message, truncated. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
