import { LANGUAGES } from '#journey';
import { type Rule } from '../rule.js';

const NAMES = { da: 'Danish', en: 'English' } as const;

export const missingSynonyms: Rule = {
  code: 'missing-synonyms',
  title: 'a journey that can be looked for in one language can be looked for in the other',
  severity: 'warning',
  *find({ definition: { texts, sources } }) {
    for (const language of LANGUAGES) {
      const source = sources.texts[language];
      const others = LANGUAGES.some(other => texts[other].synonyms !== undefined);
      if (!source || !others || texts[language].synonyms !== undefined) continue;
      yield {
        place: { source, path: ['title'] },
        key: true,
        message: `The journey has no ${NAMES[language]} synonyms, by which people look for it.`,
        remedy: `Add synonyms to ${source.file}: what people would write who do not know the title.`,
      };
    }
  },
};
