import { type Instant } from '#statechart';

const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Wall-clock time in Denmark: `2025-03-01 10:00`. */
export function danishTime(instant: Instant): string {
  return FORMAT.format(instant);
}
