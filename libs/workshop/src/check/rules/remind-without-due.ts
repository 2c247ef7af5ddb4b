import { type Rule } from '../rule.js';

export const remindWithoutDue: Rule = {
  code: 'remind-without-due',
  title: 'a reminder has a due time to come before',
  severity: 'error',
  *find(context) {
    for (const { task } of context.states) {
      if (task?.remind === undefined || task.due !== undefined) continue;
      yield {
        place: context.at(...task.at, 'remind'),
        message: `A reminder comes ${task.remind} before the task is due, and it is never due.`,
        remedy: 'Add due, or leave remind out.',
      };
    }
  },
};
