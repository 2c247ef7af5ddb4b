import { triggerKey } from '../../trigger-key.js';
import { type Rule } from '../rule.js';
import { targetPlace } from '../transition-place.js';

export const neverTaken: Rule = {
  code: 'never-taken',
  title: 'a transition is not hidden behind one that is always taken',
  severity: 'error',
  *find(context) {
    for (const { transitions } of context.states) {
      const open = new Set<string>();
      for (const transition of transitions) {
        const trigger = triggerKey(transition);
        if (open.has(trigger)) {
          yield {
            place:
              transition.targets.length > 0 ? targetPlace(context, transition) : context.at(...transition.at),
            message: 'This is never taken: the transition before it has no guard.',
            remedy: 'Put it before that one, or give that one a guard.',
          };
        } else if (transition.guard === undefined) {
          open.add(trigger);
        }
      }
    }
  },
};
