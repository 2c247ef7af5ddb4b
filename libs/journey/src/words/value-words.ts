import { dateAt, dateInWords, isIsoDate, isPeriod, periodInWords } from '#calendar';
import { type Json } from '#statechart';
import { type Language } from '../catalogue.js';
import { isRecord } from '../read/cursor.js';
import { type PlaceholderType } from './placeholder.js';

/** The name of a person; undefined for a value that is no person. */
export type NameOf = (person: string) => string | undefined;

/**
 * Puts a value into words: as its type says, else as it looks. Never throws and is never empty-handed: what does not fit its
 * type is said as it looks, for a definition may be older than the types.
 */
export function valueWords(
  value: Json | undefined,
  type: PlaceholderType | undefined,
  language: Language,
  nameOf: NameOf,
): string {
  return (type && typedWords(value, type, language, nameOf)) ?? plainWords(value, language, nameOf);
}

function typedWords(
  value: Json | undefined,
  type: PlaceholderType,
  language: Language,
  nameOf: NameOf,
): string | undefined {
  if (Array.isArray(value)) {
    return joined(
      (value as readonly Json[]).map(item => valueWords(item, type, language, nameOf)),
      language,
    );
  }
  switch (type) {
    case 'money':
      return typeof value === 'number' ? moneyWords(value, language) : undefined;
    case 'person':
      return typeof value === 'string' ? nameOf(value) : undefined;
    case 'address':
      return isRecord(value) ? addressWords(value) : undefined;
    case 'reference':
      return typeof value === 'string' ? unbroken(value) : undefined;
    // As they look.
    case 'date':
    case 'period':
      return undefined;
  }
}

const YES = { da: 'ja', en: 'yes' } as const;
const NO = { da: 'nej', en: 'no' } as const;
const NOBODY = { da: 'ingen', en: 'none' } as const;
const UNKNOWN = { da: 'ikke oplyst', en: 'not known' } as const;
const LIST = { da: ' og ', en: ' and ' } as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function plainWords(value: Json | undefined, language: Language, nameOf: NameOf): string {
  if (value === undefined || value === null) return UNKNOWN[language];
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (typeof value === 'number') return numberWords(value, language);
  if (typeof value === 'string') return nameOf(value) ?? textWords(value, language);
  if (Array.isArray(value)) {
    return joined(
      (value as readonly Json[]).map(item => plainWords(item, language, nameOf)),
      language,
    );
  }
  const members = value as Readonly<Record<string, Json | undefined>>;
  return (
    addressWords(members) ??
    Object.values(members)
      .map(member => plainWords(member, language, nameOf))
      .join(', ')
  );
}

function textWords(text: string, language: Language): string {
  if (isIsoDate(text)) return dateInWords(text)[language];
  if (isPeriod(text)) return periodInWords(text)[language];
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return instantWords(Date.parse(text), language);
  return text;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Copenhagen',
});

/** A day and the time on the clock in Denmark: "torsdag den 24. december 2026 kl. 10.30". */
function instantWords(instant: number, language: Language): string {
  const clock = CLOCK.format(instant);
  const day = dateInWords(dateAt(instant))[language];
  return language === 'da' ? `${day} kl. ${clock.replace(':', '.')}` : `${day} at ${clock}`;
}

const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;
const NUMBERS = formats({ maximumFractionDigits: 6, useGrouping: 'min2' });
const WHOLE_KRONER = formats({ maximumFractionDigits: 0 });
const KRONER = formats({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

function formats(options: Intl.NumberFormatOptions): Record<Language, Intl.NumberFormat> {
  return {
    da: new Intl.NumberFormat(LOCALES.da, options),
    en: new Intl.NumberFormat(LOCALES.en, options),
  };
}

function numberWords(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** An amount in kroner: "825 kr.", "1.234,50 kr.", "DKK 1,234.50". */
function moneyWords(kroner: number, language: Language): string {
  const ore = Math.round(kroner * 100) / 100;
  const number = (Number.isInteger(ore) ? WHOLE_KRONER : KRONER)[language].format(ore);
  return language === 'da' ? `${number} kr.` : `DKK ${number}`;
}

/** An address as it stands on an envelope, on one line; undefined for what is none. */
function addressWords(members: Readonly<Record<string, Json | undefined>>): string | undefined {
  const { street } = members;
  return typeof street === 'string' ? street : undefined;
}

/** A reference with nothing in it at which a line may be broken. */
function unbroken(reference: string): string {
  return reference.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011');
}

/** "Anna, Bo og Cecilie". */
function joined(words: readonly string[], language: Language): string {
  if (words.length === 0) return NOBODY[language];
  return [words.slice(0, -1).join(', '), words.at(-1) as string].filter(Boolean).join(LIST[language]);
}
