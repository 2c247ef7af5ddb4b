import { isRecord } from '#journey';
import { type Rule } from '../rule.js';

export const doesNothing: Rule = {
  code: 'does-nothing',
  title: 'a transition leads somewhere, does something, or says why it does neither',
  severity: 'warning',
  *find(context) {
    for (const { state, transition } of context.transitions) {
      const { targets, actions, at } = transition;
      if (targets.length > 0 || actions.length > 0) continue;
      const written = context.valueAt(at);
      if (isRecord(written) && typeof written['description'] === 'string') continue;
      yield {
        place: context.at(...at),
        message: `This transition of ${state.path || 'the machine'} leads nowhere and does nothing.`,
        remedy: 'Give it a target or actions, or say in description why nothing happens.',
      };
    }
  },
};
