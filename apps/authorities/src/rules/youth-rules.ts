import { type RefusalRules, text } from './refusal-rule.js';

/** A Danish account, registration number first, or an IBAN. */
const ACCOUNT = /^(?:[0-9]{4}[0-9]{5,10}|[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30})$/;

/** Rules of those whom the young meet first: the tax agency, Digital Post, NemKonto. */
export const YOUTH_RULES: RefusalRules = {
  'skat.orderYouthTaxCard': ({ input, standing }) =>
    standing('orderYouthTaxCard').some(card => text(card, 'person') === text(input, 'person'))
      ? 'hasCard'
      : undefined,
  'digitalPost.giveReadAccess': ({ input, standing }) =>
    standing('closeMailbox').some(closure => text(closure, 'person') === text(input, 'reader'))
      ? 'unknownReader'
      : undefined,
  'nemKonto.registerAccount': ({ input }) =>
    ACCOUNT.test((text(input, 'account') ?? '').replaceAll(/[\s-]/g, '')) ? undefined : 'unknownAccount',
};
