import { type Language } from '#journey';
import { useVisit } from '../../http/visit.js';
import { OPS_DANISH } from './da.js';
import { OPS_ENGLISH } from './en.js';

/** All words of the pages of ops; every language has each of them. */
export type OpsWords = typeof OPS_DANISH;

const WORDS = { da: OPS_DANISH, en: OPS_ENGLISH };

export const opsWordsIn = (language: Language): OpsWords => WORDS[language];

export const useOpsWords = (): OpsWords => opsWordsIn(useVisit().language);
