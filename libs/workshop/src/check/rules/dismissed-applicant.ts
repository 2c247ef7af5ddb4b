import { roleUses } from '../role-uses.js';
import { type Rule } from '../rule.js';

export const dismissedApplicant: Rule = {
  code: 'dismissed-applicant',
  title: 'the applicant keeps their journey',
  severity: 'error',
  *find(context) {
    for (const { role, as, place } of roleUses(context)) {
      if (as !== 'dismissed' || role !== 'applicant') continue;
      yield {
        place,
        message: 'The applicant is to lose their role, and with it the journey that they began.',
        remedy: 'Dismiss another role, or end the journey.',
      };
    }
  },
};
