import { type Language } from '#journey';
import { useVisit } from '../../http/visit.js';
import { DESIGNER_DANISH } from './da.js';
import { DESIGNER_ENGLISH } from './en.js';

/** All words of the pages of designers; every language has each of them. */
export type DesignerWords = typeof DESIGNER_DANISH;

const WORDS = { da: DESIGNER_DANISH, en: DESIGNER_ENGLISH };

export const designerWordsIn = (language: Language): DesignerWords => WORDS[language];

export const useDesignerWords = (): DesignerWords => designerWordsIn(useVisit().language);
