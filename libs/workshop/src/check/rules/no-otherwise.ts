import { type TransitionDefinition } from '#journey';
import { triggerKey } from '../../trigger-key.js';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const noOtherwise: Rule = {
  code: 'no-otherwise',
  title: 'when no guard holds there is still a way on',
  severity: 'warning',
  *find(context) {
    for (const state of context.states) {
      const groups = new Map<string, TransitionDefinition[]>();
      for (const transition of state.transitions) {
        // What has not come true yet may come true later.
        if (transition.trigger.kind === 'always' && waits(state.transitions)) continue;
        const key = triggerKey(transition);
        groups.set(key, [...(groups.get(key) ?? []), transition]);
      }
      for (const group of groups.values()) {
        const [first] = group;
        if (!first || group.some(({ guard }) => guard === undefined)) continue;
        yield {
          place: triggerPlace(context, state, first),
          key: true,
          message: `When ${noneOf([...new Set(group.map(({ guard }) => guard ?? ''))])}, nothing happens here.`,
          remedy: 'Add a last transition without a guard.',
        };
      }
    }
  },
};

/** That no condition holds, in words. */
function noneOf(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} does not hold`;
  return `neither ${names.slice(0, -1).join(', ')} nor ${names.at(-1)} holds`;
}

function waits(transitions: readonly TransitionDefinition[]): boolean {
  return transitions.some(({ trigger }) => trigger.kind !== 'always');
}
