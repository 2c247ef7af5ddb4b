import { type Rule } from '../rule.js';

export const deadEnd: Rule = {
  code: 'dead-end',
  title: 'every state that is not final has a way out',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      if (state.type !== 'atomic' || state.path === '') continue;
      const around = [state, ...context.ancestors(state), context.definition.machine];
      const leaves = around.some(({ transitions }) =>
        transitions.some(({ trigger, targets }) => trigger.kind !== 'done' && targets.length > 0),
      );
      if (leaves) continue;
      yield {
        place: context.at(...state.at),
        key: true,
        message: `Nothing leads out of ${state.path}.`,
        remedy: 'Add a transition, or type: final when the journey or its region ends there.',
      };
    }
  },
};
