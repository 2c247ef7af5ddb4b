import { type StateDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

export const taskHidden: Rule = {
  code: 'task-hidden',
  title: 'whoever has a task can see it',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      const { task } = state;
      const around = task && visibilityOf(context, state);
      const { roles } = context.definition;
      // A role that nobody has declared is told as such.
      if (!task || ![task.role, ...(around?.visibleTo ?? [])].every(role => Object.hasOwn(roles, role)))
        continue;
      if (!around?.visibleTo || around.visibleTo.includes(task.role)) continue;
      yield {
        place: context.at(...around.at, 'meta', 'visibleTo'),
        key: true,
        message: `The ${task.role} has the task of ${state.path}, but cannot see it.`,
        remedy: `Add ${task.role} to visibleTo.`,
      };
    }
  },
};

/** The state whose `visibleTo` counts: the state's own, or the nearest around it. */
function visibilityOf(context: CheckContext, state: StateDefinition): StateDefinition | undefined {
  return [state, ...context.ancestors(state), context.definition.machine].find(({ visibleTo }) => visibleTo);
}
