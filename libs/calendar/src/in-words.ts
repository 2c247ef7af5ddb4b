import { parseDate, type IsoDate } from './iso-date.js';
import { parsePeriod, type Period } from './period.js';
import { remembered } from './remembered.js';
import { type Bilingual } from './sourced.js';

const UNITS = {
  years: { da: ['år', 'år'], en: ['year', 'years'] },
  months: { da: ['måned', 'måneder'], en: ['month', 'months'] },
  weeks: { da: ['uge', 'uger'], en: ['week', 'weeks'] },
  days: { da: ['dag', 'dage'], en: ['day', 'days'] },
  hours: { da: ['time', 'timer'], en: ['hour', 'hours'] },
  minutes: { da: ['minut', 'minutter'], en: ['minute', 'minutes'] },
  seconds: { da: ['sekund', 'sekunder'], en: ['second', 'seconds'] },
} as const;

/** What a time is counted in. */
export type TimeUnit = keyof typeof UNITS;

const PLURALS = { da: new Intl.PluralRules('da-DK'), en: new Intl.PluralRules('en-GB') };

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const FORMATS = { da: new Intl.DateTimeFormat('da-DK', LONG), en: new Intl.DateTimeFormat('en-GB', LONG) };

/** Formats a date for citizens: "torsdag den 24. december 2026", "Thursday 24 December 2026". */
export const dateInWords = remembered((date: IsoDate): Bilingual => {
  const instant = parseDate(date).toZonedDateTime('UTC').epochMilliseconds;
  const part = (language: 'da' | 'en', type: Intl.DateTimeFormatPartTypes): string =>
    FORMATS[language].formatToParts(instant).find(found => found.type === type)?.value ?? '';
  const [day, year] = [String(Number(date.slice(8))), String(Number(date.slice(0, 4)))];
  return {
    da: `${part('da', 'weekday')} den ${day}. ${part('da', 'month')} ${year}`,
    en: `${part('en', 'weekday')} ${day} ${part('en', 'month')} ${year}`,
  };
});

/** The word for so many of a unit: "time" of 1, "timer" of 37. */
export function unitInWords(unit: TimeUnit, count: number): Bilingual {
  const word = (language: 'da' | 'en') =>
    UNITS[unit][language][PLURALS[language].select(count) === 'one' ? 0 : 1];
  return { da: word('da'), en: word('en') };
}

const PERIOD_UNITS = Object.keys(UNITS) as TimeUnit[];

/** Formats a period for citizens: "1 år og 2 uger", "1 year and 2 weeks". */
export function periodInWords(period: Period): Bilingual {
  const duration = parsePeriod(period);
  const parts = PERIOD_UNITS.filter(unit => duration[unit] > 0);
  const inLanguage = (language: 'da' | 'en', and: string): string => {
    const words = (parts.length > 0 ? parts : (['days'] as const)).map(
      unit => `${duration[unit]} ${unitInWords(unit, duration[unit])[language]}`,
    );
    const last = words.pop() as string;
    return words.length > 0 ? `${words.join(', ')} ${and} ${last}` : last;
  };
  return { da: inLanguage('da', 'og'), en: inLanguage('en', 'and') };
}
