import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownRemembered: Rule = {
  code: 'unknown-remembered',
  title: 'what is forgotten was remembered somewhere',
  severity: 'error',
  *find(context) {
    const known = new Set(context.rememberings.map(({ name }) => name));
    for (const { action } of context.actions) {
      const { name } = action.params;
      if (action.type !== 'forget' || typeof name !== 'string' || known.has(name)) continue;
      yield {
        place: context.at(...action.at, 'params', 'name'),
        message: `${name} is never remembered.`,
        remedy: didYouMean(name, known, 'Leave the action out.'),
      };
    }
  },
};
