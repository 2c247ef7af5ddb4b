import { addPeriod, isPeriod } from '#calendar';
import { type TransitionDefinition } from '#journey';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

/** Any day does: months are compared as they fall from it. */
const FROM = '2025-01-01';

/** Timers of a state around one began no later, so that one of the same length there is never outrun from within. */
export const timerOutrun: Rule = {
  code: 'timer-outrun',
  title: 'a timer is not longer than one around it that ends the wait first',
  severity: 'error',
  *find(context) {
    for (const { state, transition } of context.transitions) {
      const { trigger, targets } = transition;
      if (trigger.kind !== 'after' || targets.length === 0) continue;
      for (const outer of context.ancestors(state)) {
        const first = outer.transitions.find(
          other =>
            other.trigger.kind === 'after' &&
            leaves(other, outer.path) &&
            isNoLonger(other.trigger.delay, trigger.delay),
        );
        if (first?.trigger.kind !== 'after') continue;
        yield {
          place: triggerPlace(context, state, transition),
          key: true,
          message: `This timer never fires: ${outer.path} is left after ${first.trigger.delay}, which is over first.`,
          remedy: `Take one of the two out, or move that of ${outer.path} into the states that need it.`,
        };
        break;
      }
    }
  },
};

/** Always taken, and to somewhere else. */
function leaves({ guard, targetPaths, reenter }: TransitionDefinition, path: string): boolean {
  if (guard !== undefined || targetPaths.length === 0) return false;
  return targetPaths.every(
    target => target !== undefined && (reenter || (target !== path && !target.startsWith(`${path}.`))),
  );
}

function isNoLonger(outer: string, inner: string): boolean {
  if (outer === inner) return true;
  if (!isPeriod(outer) || !isPeriod(inner) || /T/.test(outer + inner)) return false;
  return addPeriod(FROM, outer) <= addPeriod(FROM, inner);
}
