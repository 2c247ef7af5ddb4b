import { isPeriod } from '#calendar';
import { type Rule } from '../rule.js';

export const dueWithoutTimer: Rule = {
  code: 'due-without-timer',
  title: 'something happens when a task is due',
  severity: 'warning',
  *find(context) {
    for (const state of context.states) {
      const { task, path } = state;
      if (task?.due === undefined) continue;
      const around = [state, ...context.ancestors(state), context.definition.machine];
      const timers = around
        .flatMap(({ transitions }) => transitions)
        .flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : []));
      const isKnown = isPeriod(task.due) || Object.hasOwn(context.definition.delays, task.due);
      if (!isKnown || timers.includes(task.due)) continue;
      yield {
        place: context.at(...task.at, 'due'),
        message: `The task of ${path} is due ${task.due}, but nothing happens then.`,
        remedy: `Add after: { ${task.due}: … }.`,
      };
    }
  },
};
