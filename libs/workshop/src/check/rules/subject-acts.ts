import { type Rule } from '../rule.js';
import { roleUses } from '../role-uses.js';

export const subjectActs: Rule = {
  code: 'subject-acts',
  title: 'one who is only spoken of gets no task and no message',
  severity: 'error',
  *find(context) {
    const { roles } = context.definition;
    for (const { role, as, place } of roleUses(context)) {
      if (as === 'invited' || !Object.hasOwn(roles, role) || !roles[role]?.subject) continue;
      yield {
        place,
        message: `${role} is a subject, who is spoken of and never acts.`,
        remedy: 'Name another role here, or leave subject: true out of the role.',
      };
    }
  },
};
