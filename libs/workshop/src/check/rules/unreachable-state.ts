import { type StateDefinition } from '#journey';
import { type Rule } from '../rule.js';

export const unreachableState: Rule = {
  code: 'unreachable-state',
  title: 'every state can be reached',
  severity: 'error',
  *find(context) {
    const doubled = doubledIds(context.states);
    for (const state of context.states) {
      if (state.path === '' || context.flow.within(state.path)) continue;
      // Of two states with one id, targets lead to one: that is told at the id.
      if (state.id !== undefined && doubled.has(state.id)) continue;
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

function doubledIds(states: readonly StateDefinition[]): Set<string> {
  const ids = states.flatMap(({ id }) => id ?? []);
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}
