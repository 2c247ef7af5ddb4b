import { dateAt, dateInWords } from '#calendar';
import { type Language } from '#journey';
import { LOCALES } from './locales.js';

const TIME = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' } as const;

/** The time of day in Denmark: `14.32`. */
export function clockTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], TIME).format(Date.parse(instant));
}

/** The last day of something that ends at an instant, mostly a midnight. */
export function lastDayBefore(end: string): string {
  return dateAt(Date.parse(end) - 1);
}

/** The day in Denmark: `søndag den 29. november 2026`. */
export function dayInWords(instant: string, language: Language): string {
  return dateInWords(dateAt(Date.parse(instant)))[language];
}

/** Both, and no line separates the hour from its word: `søndag den 29. november 2026 kl. 14.32`. */
export function dayAndTime(instant: string, language: Language): string {
  const word = language === 'da' ? 'kl.' : 'at';
  return `${dayInWords(instant, language)} ${word}\u00a0${clockTime(instant, language)}`;
}
