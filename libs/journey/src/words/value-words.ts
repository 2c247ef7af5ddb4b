import { dateAt, dateInWords, isIsoDate, isPeriod, periodInWords, unitInWords } from '#calendar';
import { isUuid } from '#schema';
import { type Json } from '#statechart';
import { type Language, LANGUAGES } from '../catalogue.js';
import { isRecord } from '../read/cursor.js';
import { type PlaceholderType } from './placeholder.js';

/** How a value is put into words. */
export interface ValueWording {
  readonly language: Language;
  readonly type?: PlaceholderType;
  /** The words of the values of an enum. */
  readonly options?: Readonly<Record<string, string>>;
  /** What somebody may be called; undefined for a text that is no person. */
  readonly nameOf: (person: string) => string | undefined;
}

/**
 * Puts a value into words: as its type says, else as it looks. Never throws and is never empty-handed: what does not fit its
 * type is said as it looks, for a definition may be older than the types.
 */
export function valueWords(value: Json | undefined, wording: ValueWording): string {
  const { language } = wording;
  if (value === undefined || value === null) return UNKNOWN[language];
  if (Array.isArray(value)) {
    return joined(
      (value as readonly Json[]).map(item => valueWords(item, wording)),
      language,
    );
  }
  return typedWords(value, wording) ?? plainWords(value, wording);
}

function typedWords(value: Json, { type, language, nameOf }: ValueWording): string | undefined {
  switch (type) {
    case 'money':
      return typeof value === 'number' ? moneyWords(value, language) : undefined;
    case 'years':
    case 'months':
    case 'weeks':
    case 'days':
    case 'hours':
      return typeof value === 'number'
        ? `${COUNTS[language].format(value)} ${unitInWords(type, value)[language]}`
        : undefined;
    case 'person':
      return typeof value === 'string' ? (nameOf(value) ?? SOMEBODY[language]) : undefined;
    case 'reference':
      return typeof value === 'string' ? unbroken(value) : undefined;
    // As they look.
    default:
      return undefined;
  }
}

const YES = { da: 'ja', en: 'yes' } as const;
const NO = { da: 'nej', en: 'no' } as const;
const NOBODY = { da: 'ingen', en: 'none' } as const;
const UNKNOWN = { da: 'ikke oplyst', en: 'not known' } as const;
/** Somebody of whom nothing may be said. */
const SOMEBODY = { da: 'en person', en: 'a person' } as const;
const LIST = { da: ' og ', en: ' and ' } as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function plainWords(value: Json, wording: ValueWording): string {
  const { language, options, nameOf } = wording;
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (typeof value === 'number') return NUMBERS[language].format(value);
  if (typeof value === 'string') {
    const option = options && Object.hasOwn(options, value) ? options[value] : undefined;
    return option ?? nameOf(value) ?? textWords(value, language);
  }
  const members = isRecord(value) ? value : {};
  const { [language]: inLanguage } = members;
  // A word that is written in both languages where it is given: { da: kommunen, en: the municipality }.
  if (typeof inLanguage === 'string' && LANGUAGES.every(each => typeof members[each] === 'string')) {
    return inLanguage;
  }
  return (
    addressOf(members) ??
    joined(
      Object.values(members).map(member => valueWords(member, wording)),
      language,
    )
  );
}

function textWords(text: string, language: Language): string {
  if (isIsoDate(text)) return dateInWords(text)[language];
  if (text.startsWith('P') && isPeriod(text)) return periodInWords(text)[language];
  if (isUuid(text)) return UNKNOWN[language];
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return instantWords(Date.parse(text), language);
  return text;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Copenhagen',
});

/** A day and the time on the clock in Denmark, which no line separates: "torsdag den 24. december 2026 kl. 10.30". */
function instantWords(instant: number, language: Language): string {
  const clock = CLOCK.format(instant);
  const day = dateInWords(dateAt(instant))[language];
  return language === 'da' ? `${day} kl.\u00a0${clock.replace(':', '.')}` : `${day} at\u00a0${clock}`;
}

const COUNTS = formats({ maximumFractionDigits: 6 });
/** Of a number of which nothing is known: with four digits it may be a year. */
const NUMBERS = formats({ maximumFractionDigits: 6, useGrouping: 'min2' });
const WHOLE_KRONER = formats({ maximumFractionDigits: 0 });
const KRONER = formats({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

function formats(options: Intl.NumberFormatOptions): Record<Language, Intl.NumberFormat> {
  return { da: new Intl.NumberFormat('da-DK', options), en: new Intl.NumberFormat('en-GB', options) };
}

/** An amount in kroner: "825 kr.", "1.234,50 kr.", "DKK 1,234.50". */
export function moneyWords(kroner: number, language: Language): string {
  const rounded = Math.round(kroner * 100) / 100;
  const number = (Number.isInteger(rounded) ? WHOLE_KRONER : KRONER)[language].format(rounded);
  return language === 'da' ? `${number} kr.` : `DKK ${number}`;
}

/** Fields, one of which an object must have to be an address: as the address register, CPR and a form have it. */
export const ADDRESS_LINES = ['text', 'addressText', 'street'] as const;

/** An address on one line, however it is kept; empty when it is none. */
export function addressLine(address: Json): string {
  return typeof address === 'string' ? address : isRecord(address) ? (addressOf(address) ?? '') : '';
}

/** An address on one line; undefined for what is none. */
function addressOf(members: Readonly<Record<string, Json>>): string | undefined {
  const { text, addressText, street, postcode, city } = members;
  const written = [text, addressText].find(line => typeof line === 'string');
  if (written !== undefined) return String(written);
  if (typeof street !== 'string') return undefined;
  const town = [postcode, city].filter(part => typeof part === 'string').join(' ');
  return [street, town].filter(Boolean).join(', ');
}

/** A reference with nothing in it at which a line may be broken. */
function unbroken(reference: string): string {
  return reference.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011');
}

/** "Anna, Bo og Cecilie". */
function joined(words: readonly string[], language: Language): string {
  const last = words.at(-1);
  if (last === undefined) return NOBODY[language];
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')}${LIST[language]}${last}`;
}
