import { type Rule } from '../rule.js';

export const taskWithoutEvent: Rule = {
  code: 'task-without-event',
  title: 'a task offers at least one event',
  severity: 'error',
  *find(context) {
    for (const { task, transitions, path } of context.states) {
      if (!task || transitions.some(({ trigger }) => trigger.kind === 'event')) continue;
      yield {
        place: context.at(...task.at),
        key: true,
        message: `The task of ${path} offers no event, so that nobody can do it.`,
        remedy: 'Add on: with what the participant may do, such as submit.',
      };
    }
  },
};
