import { type Rule } from '../rule.js';
import { roleUses } from '../role-uses.js';

export const passiveActs: Rule = {
  code: 'passive-acts',
  title: 'one who is only spoken of gets no task and no message',
  severity: 'error',
  *find(context) {
    const { roles } = context.definition;
    for (const { role, as, place } of roleUses(context)) {
      if (as === 'invited' || !Object.hasOwn(roles, role) || !roles[role]?.passive) continue;
      yield {
        place,
        message: `${role} is passive: spoken of, and never acting.`,
        remedy: 'Name another role here, or leave passive: true out of the role.',
      };
    }
  },
};
