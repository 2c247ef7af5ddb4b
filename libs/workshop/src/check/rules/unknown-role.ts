import { didYouMean } from '#journey';
import { type Rule } from '../rule.js';
import { roleUses } from '../role-uses.js';

export const unknownRole: Rule = {
  code: 'unknown-role',
  title: 'a role is declared',
  severity: 'error',
  *find(context) {
    const known = Object.keys(context.definition.roles);
    for (const { role, place } of roleUses(context)) {
      if (known.includes(role)) continue;
      yield {
        place,
        message: `There is no role ${role}.`,
        remedy: didYouMean(role, known, `Declare it under roles.`),
      };
    }
  },
};
