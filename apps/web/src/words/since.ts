import { type Language } from '#journey';
import { dayAndTime } from './times.js';

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/**
 * How long ago something was, or how soon it will be, by wall time: `for 3 timer siden`, `om 2 minutter`. What is further off than a
 * month is said by its day. Calendar time can be ahead of this machine, so what belongs to it is said by its day and hour instead.
 *
 * @param instant ISO 8601
 */
export function sinceInWords(instant: string, now: number, language: Language): string {
  const away = Date.parse(instant) - now;
  if (Math.abs(away) > 31 * 86_400_000) return dayAndTime(instant, language);
  const [unit, length] = STEPS.find(([, step]) => Math.abs(away) >= step) ?? ['minute', 60_000];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const count = Math.trunc(away / length);
  if (count === 0) return (away > 0 ? SOON : NOW)[language];
  return format.format(count, unit);
}

const SOON: Readonly<Record<Language, string>> = { da: 'om et øjeblik', en: 'in a moment' };
const NOW: Readonly<Record<Language, string>> = { da: 'lige nu', en: 'just now' };
