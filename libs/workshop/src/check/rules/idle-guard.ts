import { type TransitionDefinition } from '#journey';
import { triggerKey } from '../../trigger-key.js';
import { type Rule } from '../rule.js';

export const idleGuard: Rule = {
  code: 'idle-guard',
  title: 'a guard makes a difference',
  severity: 'warning',
  *find(context) {
    for (const { transitions } of context.states) {
      for (const [index, transition] of transitions.entries()) {
        const { guard, at } = transition;
        const after = transitions[index + 1];
        if (guard === undefined || !after || after.guard !== undefined) continue;
        if (triggerKey(after) !== triggerKey(transition) || effectOf(after) !== effectOf(transition))
          continue;
        yield {
          place: context.at(...at, 'guard'),
          message: `Whether ${guard} holds or not, the same happens.`,
          remedy: 'Take the guard and its transition out, or let something else happen.',
        };
      }
    }
  },
};

function effectOf({ targets, reenter, actions }: TransitionDefinition): string {
  return JSON.stringify([targets, reenter, actions.map(({ type, params }) => [type, params])]);
}
