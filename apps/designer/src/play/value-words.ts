import { dateInWords, isIsoDate, isPeriod, periodInWords } from '#calendar';
import { type Language } from '#journey';
import { isObject } from '#schema';
import { type Json } from '#statechart';

/** Data as it is typed and shown at the terminal: names and values with commas, no brackets of a programmer. */
export function shown(value: Json | undefined, options: Readonly<Record<string, string>> = {}): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value))
    return (value as readonly Json[]).map(item => inside(item, options)).join(', ') || 'none';
  if (!isObject(value)) return options[String(value)] ?? String(value);
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${inside(member, options)}`)
    .join(', ');
}

function inside(value: Json | undefined, options: Readonly<Record<string, string>>): string {
  const text = shown(value, options);
  return typeof value === 'object' && value !== null ? `(${text})` : text;
}

/** A value put into the words of a message: days and periods as people say them. */
export function spoken(value: Json | undefined, language: Language): string {
  if (typeof value !== 'string') return shown(value);
  if (isIsoDate(value)) return dateInWords(value)[language];
  return isPeriod(value) && !value.includes('T') ? periodInWords(value)[language] : value;
}
