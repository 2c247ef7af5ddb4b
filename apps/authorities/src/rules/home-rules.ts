import { type RefusalRules } from './refusal-rule.js';

/** Rules of those who are met by somebody with a home of their own. */
export const HOME_RULES: RefusalRules = {
  /** Byggeloven § 16: the time of the municipality begins when all drawings are there. */
  'buildingOffice.applyBuilding': ({ input }) => (input['drawings'] === undefined ? 'incomplete' : undefined),
};
