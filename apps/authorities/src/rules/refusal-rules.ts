import { BENEFIT_RULES } from './benefit-rules.js';
import { BUSINESS_RULES } from './business-rules.js';
import { DEPARTURE_RULES } from './departure-rules.js';
import { ESTATE_RULES } from './estate-rules.js';
import { FAMILY_RULES } from './family-rules.js';
import { HEALTH_RULES } from './health-rules.js';
import { HOME_RULES } from './home-rules.js';
import { LICENCE_RULES } from './licence-rules.js';
import { MARRIAGE_RULES } from './marriage-rules.js';
import { MUNICIPAL_RULES } from './municipal-rules.js';
import { PENSION_RULES } from './pension-rules.js';
import { POST_RULES } from './post-rules.js';
import { type RefusalRules } from './refusal-rule.js';
import { REGISTER_RULES } from './register-rules.js';
import { STUDY_RULES } from './study-rules.js';
import { WORK_RULES } from './work-rules.js';
import { YOUTH_RULES } from './youth-rules.js';

/**
 * The rules by which simulated authorities refuse, by service. They look only at the request and at what the authority did
 * before, so that whoever reads both can tell the answer.
 */
export const REFUSAL_RULES: RefusalRules = {
  ...REGISTER_RULES,
  ...MUNICIPAL_RULES,
  ...FAMILY_RULES,
  ...HOME_RULES,
  ...LICENCE_RULES,
  ...MARRIAGE_RULES,
  ...BENEFIT_RULES,
  ...BUSINESS_RULES,
  ...DEPARTURE_RULES,
  ...ESTATE_RULES,
  ...HEALTH_RULES,
  ...PENSION_RULES,
  ...POST_RULES,
  ...STUDY_RULES,
  ...WORK_RULES,
  ...YOUTH_RULES,
};
