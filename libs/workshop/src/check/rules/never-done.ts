import { canBeDone } from '../can-be-done.js';
import { type Rule } from '../rule.js';

export const neverDone: Rule = {
  code: 'never-done',
  title: 'an onDone can come',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      const { transitions } = state;
      if (
        state.states.length === 0 ||
        canBeDone(state) ||
        !transitions.some(({ trigger }) => trigger.kind === 'done')
      ) {
        continue;
      }
      const endless = state.states.find(child => child.type !== 'final' && !canBeDone(child));
      yield {
        place: context.at(...state.at, 'onDone'),
        key: true,
        message:
          state.type === 'parallel'
            ? `${state.path} is never done: ${endless?.path ?? 'a region'} has no final state.`
            : `${state.path} is never done: none of its states is final.`,
        remedy: 'Give it a state with type: final, or leave onDone out.',
      };
    }
  },
};
