import { type Rule } from '../rule.js';

export const unreachableState: Rule = {
  code: 'unreachable-state',
  title: 'every state can be reached',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      if (state.path === '' || context.flow.within(state.path)) continue;
      const parent = context.parent(state);
      // What is inside an unreachable state need not be said as well.
      if (parent && parent.path !== '' && !context.flow.within(parent.path)) continue;
      yield {
        place: context.at(...state.at),
        key: true,
        message: `Nothing leads to ${state.path}.`,
        remedy: 'Add a transition that leads to it, or take it out.',
      };
    }
  },
};
