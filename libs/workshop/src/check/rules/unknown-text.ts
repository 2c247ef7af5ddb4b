import { didYouMean, LANGUAGES } from '#journey';
import { type Rule } from '../rule.js';

export const unknownText: Rule = {
  code: 'unknown-text',
  title: 'the text of a message exists',
  severity: 'error',
  *find(context) {
    const { texts } = context.definition;
    const known = [...new Set(LANGUAGES.flatMap(language => Object.keys(texts[language].messages)))];
    const told = new Set(known);
    for (const { action } of context.actions) {
      const { text } = action.params;
      if (action.type !== 'message' || typeof text !== 'string' || told.has(text)) continue;
      // Once, however many it is sent to.
      told.add(text);
      yield {
        place: context.at(...action.at, 'params', 'text'),
        message: `There is no message ${text} in texts/da.yaml or texts/en.yaml.`,
        remedy: didYouMean(text, known, `Add it under messages in both files.`),
      };
    }
  },
};
