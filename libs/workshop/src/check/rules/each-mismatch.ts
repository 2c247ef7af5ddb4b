import { type Rule } from '../rule.js';

export const eachMismatch: Rule = {
  code: 'each-mismatch',
  title: 'what each of many does is remembered for each',
  severity: 'error',
  *find(context) {
    const { roles } = context.definition;
    const remembered = new Set(
      context.rememberings.flatMap(({ name, each, state }) => (each ? `${state.path} ${name}` : [])),
    );
    for (const { task, path } of context.states) {
      if (task?.each === undefined) continue;
      const place = context.at(...task.at, 'each');
      if (Object.hasOwn(roles, task.role) && !roles[task.role]?.many) {
        yield {
          place,
          message: `Only one person is ${task.role}, so that there is no 'each'.`,
          remedy: `Declare the role as many: true, or leave each out.`,
        };
        continue;
      }
      if (remembered.has(`${path} ${task.each}`)) continue;
      yield {
        place,
        message: `${path} asks each ${task.role} once, but does not remember ${task.each} for each.`,
        remedy: `Add { type: remember, params: { as: ${task.each}, each: true } } to what the task offers.`,
      };
    }
  },
};
