import { type Rule } from '../rule.js';

export const misplacedUndo: Rule = {
  code: 'misplaced-undo',
  title: 'an undo stands on something that happens, and leads nowhere',
  severity: 'error',
  *find(context) {
    for (const { action, state, transition } of context.actions) {
      if (action.type !== 'undo') continue;
      const place = context.at(...action.at);
      const name = state.path || 'the machine';
      if (!transition) {
        yield {
          place,
          message: `${name} undoes the whole journey whenever it is entered or left.`,
          remedy: 'Put the undo on the transition of what happens: an event, a report, an answer or a timer.',
        };
      } else if (transition.trigger.kind === 'always') {
        yield {
          place,
          message: `${name} undoes the whole journey though nothing happens in it.`,
          remedy: 'Put the undo on the transition of what happens: an event, a report, an answer or a timer.',
        };
      } else if (transition.targets.length > 0) {
        yield {
          place: context.at(...transition.at, 'target'),
          message: `This transition of ${name} undoes the whole journey, so that its target is never reached.`,
          remedy: 'Leave the target out, or the undo.',
        };
      }
    }
  },
};
