import { type Language } from '../catalogue.js';

const LAST: Readonly<Record<Language, string>> = { da: 'og', en: 'and' };

/** Makes an enumeration in the language: ”a”, ”a og b”, ”a, b og c”. */
export function listedIn(language: Language): (items: readonly string[]) => string {
  return items => {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${LAST[language]} ${last}`;
  };
}
