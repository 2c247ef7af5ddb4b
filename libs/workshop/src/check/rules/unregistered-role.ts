import { type Rule } from '../rule.js';

export const unregisteredRole: Rule = {
  code: 'unregistered-role',
  title: 'who has no CPR number is invited to a role that takes them, and never begins a journey',
  severity: 'error',
  *find(context) {
    const { roles } = context.definition;
    if (roles['applicant']?.unregistered) {
      yield {
        place: context.at('roles', 'applicant', 'unregistered'),
        message: 'The applicant signs in, and cannot be without a CPR number.',
        remedy: 'Leave unregistered out.',
      };
    }
    for (const { action } of context.actions) {
      const { role, as } = action.params;
      if (action.type !== 'invite' || as === undefined || typeof role !== 'string') continue;
      if (!Object.hasOwn(roles, role) || roles[role]?.unregistered) continue;
      yield {
        place: context.at(...action.at, 'params', 'as'),
        message: `Somebody without a CPR number is invited as ${role}, and the role does not say that it takes them.`,
        remedy: `Write unregistered: true at the role ${role}, or invite a person.`,
      };
    }
  },
};
