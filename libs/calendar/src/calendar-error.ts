/** Invalid input to calendar arithmetic: a date, instant, period or deadline. The message names it and the remedy. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}
