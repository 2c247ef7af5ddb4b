import { type RefusalRules, text } from './refusal-rule.js';

/** Rules of the municipality. */
export const MUNICIPAL_RULES: RefusalRules = {
  /** What was never given cannot be ended. */
  'kommune.endParkingPermit': ({ input, standing }) =>
    standing('issueParkingPermit').some(
      permit =>
        text(permit, 'person') === text(input, 'person') &&
        text(permit, 'address') === text(input, 'address'),
    )
      ? undefined
      : 'noPermit',
};
