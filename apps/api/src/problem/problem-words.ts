import { type Language } from '#journey';
import { type ProblemCode } from './problem-code.js';
import { DANISH_PROBLEMS } from './problem-words-da.js';
import { ENGLISH_PROBLEMS } from './problem-words-en.js';

export interface ProblemWords {
  /** The kind of problem in a few words; the same every time. */
  readonly title: string;
  /** What it means and what to do about it, for people. */
  readonly explanation: string;
}

export const PROBLEM_WORDS: Readonly<Record<Language, Readonly<Record<ProblemCode, ProblemWords>>>> = {
  da: DANISH_PROBLEMS,
  en: ENGLISH_PROBLEMS,
};
