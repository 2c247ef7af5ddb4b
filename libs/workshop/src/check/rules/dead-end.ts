import { type Rule } from '../rule.js';
import { expectedExits, isOpenEnded } from '../ways/expected-exits.js';

export const deadEnd: Rule = {
  code: 'dead-end',
  title: 'every state that is not final has a way out',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      if (state.type !== 'atomic' || state.path === '') continue;
      if (expectedExits(context, state).length > 0 || isOpenEnded(context, state)) continue;
      const listening = [...context.ancestors(state), context.definition.machine]
        .flatMap(({ transitions }) => transitions)
        .find(({ trigger, targets }) => trigger.kind === 'report' && targets.length > 0);
      yield {
        place: context.at(...state.at),
        key: true,
        message:
          listening?.trigger.kind === 'report'
            ? `Nothing leads out of ${state.path} but ${listening.trigger.event}, which may never come.`
            : `Nothing leads out of ${state.path}.`,
        remedy: 'Add a transition, or type: final when the journey or its region ends there.',
      };
    }
  },
};
