import { type Language } from '#journey';
import { COUNTER_DANISH } from './counter-words-da.js';
import { COUNTER_ENGLISH } from './counter-words-en.js';

/** All words of the counter and of its letters; every language has each of them. */
export type CounterWords = typeof COUNTER_DANISH;

const WORDS: Readonly<Record<Language, CounterWords>> = { da: COUNTER_DANISH, en: COUNTER_ENGLISH };

export function counterWordsIn(language: Language): CounterWords {
  return WORDS[language];
}
