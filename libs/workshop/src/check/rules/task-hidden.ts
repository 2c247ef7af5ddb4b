import { type Rule } from '../rule.js';

export const taskHidden: Rule = {
  code: 'task-hidden',
  title: 'whoever has a task can see it',
  severity: 'error',
  *find(context) {
    for (const state of context.states) {
      const { task } = state;
      const around = task && context.visibilityOf(state);
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
