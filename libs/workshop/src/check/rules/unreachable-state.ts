import { type Rule } from '../rule.js';

export const unreachableState: Rule = {
  code: 'unreachable-state',
  title: 'every state can be reached',
  severity: 'error',
  *find(subject) {
    for (const state of subject.states) {
      if (state.path === '' || subject.flow.within(state.path)) continue;
      const parent = subject.parent(state);
      // What is inside an unreachable state need not be said as well.
      if (parent && parent.path !== '' && !subject.flow.within(parent.path)) continue;
      yield {
        place: subject.at(...state.at),
        key: true,
        message: `Nothing leads to ${state.path}.`,
        remedy: 'Add a transition that leads to it, or take it out.',
      };
    }
  },
};
