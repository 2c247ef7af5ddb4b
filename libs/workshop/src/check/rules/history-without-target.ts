import { type Rule } from '../rule.js';

export const returnWithoutTarget: Rule = {
  code: 'history-without-target',
  title: 'a history says where it leads the first time',
  severity: 'warning',
  *find(context) {
    for (const state of context.states) {
      if (state.type !== 'history' || state.transitions.length > 0) continue;
      yield {
        place: context.at(...state.at),
        key: true,
        message: `${state.path} does not say where it leads when there is nothing to go back to.`,
        remedy: 'Add a target.',
      };
    }
  },
};
