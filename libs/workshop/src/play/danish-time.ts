import { type Instant } from '#statechart';

const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as it is read in Denmark: `2025-03-01 10:00`. */
export function danishTime(instant: Instant): string {
  return FORMAT.format(instant);
}
