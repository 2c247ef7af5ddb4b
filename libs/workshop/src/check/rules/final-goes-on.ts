import { type Rule } from '../rule.js';

export const finalGoesOn: Rule = {
  code: 'final-goes-on',
  title: 'a final state asks for nothing and leads nowhere',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      if (state.type !== 'final') continue;
      const { task, transitions, invokes, states } = state;
      if (!task && transitions.length + invokes.length + states.length === 0) continue;
      yield {
        place: context.at(...state.at, 'type'),
        message: `${state.path} is final, so that what stands in it beside entry never happens.`,
        remedy: 'Leave type: final out, or move the rest to a state before it.',
      };
    }
  },
};
