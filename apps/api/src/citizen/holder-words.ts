import { type Language } from '#journey';

const UNNAMED: Readonly<Record<Language, string>> = {
  da: 'En, der må handle for dig,',
  en: 'Somebody who may act for you',
};

/** Who has acted for the reader, at the beginning of a sentence: by name where they may know it. */
export function holderWords(name: string | undefined, language: Language): string {
  return name ?? UNNAMED[language];
}

/** A caseworker, at the beginning of a sentence: by their authority and never by name, as citizens are used to from elsewhere. */
export function caseworkerWords(authority: string, language: Language): string {
  return language === 'da' ? `En sagsbehandler i ${authority}` : `A caseworker at ${authority}`;
}

/**
 * That somebody has acted for the reader.
 *
 * @param authority what it is called, of a caseworker
 */
export function doneForYou(
  name: string | undefined,
  authority: string | undefined,
  language: Language,
): string {
  const who = authority === undefined ? holderWords(name, language) : caseworkerWords(authority, language);
  return language === 'da' ? `${who} gjorde det for dig` : `${who} did it for you`;
}
