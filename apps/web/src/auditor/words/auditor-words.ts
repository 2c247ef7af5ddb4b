import { type Language } from '#journey';
import { useVisit } from '../../http/visit.js';
import { AUDITOR_DANISH } from './da.js';
import { AUDITOR_ENGLISH } from './en.js';

/** All words of the pages of auditors; every language has each of them. */
export type AuditorWords = typeof AUDITOR_DANISH;

const WORDS = { da: AUDITOR_DANISH, en: AUDITOR_ENGLISH };

export const auditorWordsIn = (language: Language): AuditorWords => WORDS[language];

export const useAuditorWords = (): AuditorWords => auditorWordsIn(useVisit().language);
