import { BUILT_IN_ACTIONS, didYouMean } from '#journey';
import { type Rule } from '../rule.js';

export const unknownAction: Rule = {
  code: 'unknown-action',
  title: 'an action is one of the built-in ones',
  severity: 'error',
  *find(context) {
    for (const { action } of context.actions) {
      if (BUILT_IN_ACTIONS.some(known => known === action.type)) continue;
      const short = typeof context.valueAt(action.at) === 'string';
      yield {
        place: context.at(...action.at, ...(short ? [] : ['type'])),
        message: `There is no action ${action.type}; it would do nothing.`,
        remedy: didYouMean(action.type, BUILT_IN_ACTIONS, 'What an authority does is invoked as a service.'),
      };
    }
  },
};
