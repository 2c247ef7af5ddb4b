/** A date, instant, period or question that Danish calendar arithmetic cannot answer. The message names it and the remedy. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}
