import { type Rule } from '../rule.js';

export const nobodyInRole: Rule = {
  code: 'nobody-in-role',
  title: 'somebody has the role of a task by the time it opens',
  severity: 'error',
  *find(context) {
    for (const { task, path } of context.states) {
      const facts = context.flow.within(path);
      if (!task || !facts || !Object.hasOwn(context.definition.roles, task.role) || facts.must.has(task.role))
        continue;
      const never = !facts.may.has(task.role);
      yield {
        place: context.at(...task.at, 'role'),
        message: never
          ? `Nobody can have been invited as ${task.role} when ${path} is reached.`
          : `On some ways to ${path} nobody has been invited as ${task.role}, and the task waits for nobody.`,
        remedy: `Add { type: invite, params: { role: ${task.role}, person: "= …" } } before, or ask has(${task.role}) in a guard.`,
      };
    }
  },
};
