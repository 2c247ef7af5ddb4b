import { type Language } from '#journey';
import { LOCALES } from './locales.js';

/** A number of things in the language: ”1 sag”, ”1.250 sager”. */
export function severalIn(language: Language): (count: number, one: string, many: string) => string {
  return (count, one, many) => `${count.toLocaleString(LOCALES[language])} ${count === 1 ? one : many}`;
}
