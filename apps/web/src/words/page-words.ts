import { type Language } from '#journey';
import { DANISH } from './da.js';
import { ENGLISH } from './en.js';

/** All words of the pages; every language has each of them. */
export type PageWords = typeof DANISH;

const WORDS: Readonly<Record<Language, PageWords>> = { da: DANISH, en: ENGLISH };

export function pageWordsIn(language: Language): PageWords {
  return WORDS[language];
}
