import { amount, type RefusalRules } from './refusal-rule.js';

/** Sygedagpengeloven § 17: who is partly ill is away for at least four hours a week. */
const LEAST_HOURS = 4;

/** Rules of those who are met in a long illness. */
export const HEALTH_RULES: RefusalRules = {
  'sicknessBenefit.reportPartly': ({ input }) =>
    amount(input, 'hoursAway') < LEAST_HOURS ? 'tooFewHours' : undefined,
};
