import { iso } from '#calendar';
import { type Language, type ServiceCatalogue } from '#journey';
import { type AccessItem } from '#runtime';
import { authorityName } from './authority-name.js';
import { type DisclosureDocument } from './disclosure-document.js';
import { caseworkerWords } from './holder-words.js';

type Help = Extract<AccessItem, { kind: 'helped' }>;

const KNOWN: Readonly<Record<Language, Readonly<Record<Help['identified'], string>>>> = {
  da: {
    counter: 'Du var der selv og viste legitimation.',
    letter: 'Det skete efter et brev, som du havde skrevet under.',
  },
  en: {
    counter: 'You were there yourself and showed your ID.',
    letter: 'It was done because of a letter that you had signed.',
  },
};

/** That a caseworker could help the reader, and how they knew who it was. */
export function describeHelp(
  { at, authority, identified, until }: Help,
  catalogue: ServiceCatalogue,
  language: Language,
  today: string,
): DisclosureDocument {
  const name = authorityName(authority, catalogue, language, today);
  const who = caseworkerWords(name, language);
  const what =
    language === 'da'
      ? `${who} kunne se dine sager og gøre det i dem, som du selv kan, for at hjælpe dig.`
      : `${who} could see your cases and do in them what you can, to help you.`;
  return {
    at: iso(at),
    kind: 'helped',
    text: `${what} ${KNOWN[language][identified]}`,
    authority,
    authorityName: name,
    until: iso(until),
  };
}
