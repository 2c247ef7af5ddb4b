import { canBeDone } from '../can-be-done.js';
import { type Rule } from '../rule.js';

export const missingOnDone: Rule = {
  code: 'missing-on-done',
  title: 'a state whose inside can be done says what comes then',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      const parent = context.parent(state);
      // A region that is done waits for the others, and the whole machine done is the end of the journey.
      if (!parent || parent.type === 'parallel' || !canBeDone(state)) continue;
      if (state.transitions.some(({ trigger }) => trigger.kind === 'done')) continue;
      const all = state.type === 'parallel' ? 'all its regions are' : 'its inside is';
      yield {
        place: context.at(...state.at),
        key: true,
        message: `${state.path} stays where it is when ${all} done.`,
        remedy: 'Add onDone with the state that comes next.',
      };
    }
  },
};
