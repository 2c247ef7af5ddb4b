import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { clockTime, dayAndTime } from './times.js';

const MOMENT = 10;
const MINUTE = 60;

const WORDS = {
  da: {
    moment: 'Vent et øjeblik',
    minute: 'Vent et minut',
    unknown: 'Vent et par minutter',
    until: (time: string) => `Vent til ${time}`,
    at: (time: string) => `kl.\u00a0${time}`,
  },
  en: {
    moment: 'Wait a moment',
    minute: 'Wait a minute',
    unknown: 'Wait a few minutes',
    until: (time: string) => `Wait until ${time}`,
    at: (time: string) => time,
  },
} as const satisfies Record<Language, unknown>;

/**
 * How long to wait: `Vent et minut`. What lasts longer ends at a time of day, which is still true when somebody comes back to the page.
 *
 * @param seconds undefined when nobody knows
 */
export function waitInWords(seconds: number | undefined, now: number, language: Language): string {
  const words = WORDS[language];
  if (seconds === undefined) return words.unknown;
  if (seconds <= MOMENT) return words.moment;
  if (seconds <= MINUTE) return words.minute;
  // No earlier than it is: clocks show the minute that has begun.
  const end = Math.ceil((now + seconds * 1_000) / 60_000) * 60_000;
  const instant = new Date(end).toISOString();
  const isToday = dateAt(end) === dateAt(now);
  return words.until(isToday ? words.at(clockTime(instant, language)) : dayAndTime(instant, language));
}
