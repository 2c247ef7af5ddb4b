import { dateAt, dateInWords, startOfDay } from '#calendar';
import { type Language } from '#journey';
import { dayAndTime, lastDayBefore } from '../words/times.js';

/** By when something is to be, in words: what ends with a midnight, on the day before. */
export function lastTime(end: string, language: Language): string {
  const at = Date.parse(end);
  const isMidnight = startOfDay(dateAt(at)) === at;
  return isMidnight ? dateInWords(lastDayBefore(end))[language] : dayAndTime(end, language);
}
