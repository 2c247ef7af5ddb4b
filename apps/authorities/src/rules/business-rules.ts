import { hasPassed, type RefusalRules, text } from './refusal-rule.js';

/** Selskabsloven § 40: a company is registered within two weeks of signing, or the deed has lapsed. */
const DEED_HOLDS = 'P2W';

/** Rules of those who are met in starting and closing a business. */
export const BUSINESS_RULES: RefusalRules = {
  'erhvervsstyrelsen.registerBusiness': ({ input, today, standing }) => {
    if (hasPassed(text(input, 'signedOn'), DEED_HOLDS, today)) return 'deedTooOld';
    const name = text(input, 'name');
    return standing('registerBusiness').some(business => text(business, 'name') === name)
      ? 'nameTaken'
      : undefined;
  },
};
