import { type RefusalRule, type RefusalRules, text } from './refusal-rule.js';

/** Ægteskabsbekendtgørelsen: who was married abroad shows how that marriage ended. */
const documents: RefusalRule = ({ input }) => {
  const { papers } = input;
  const shown = Array.isArray(papers) && papers.length > 0;
  return input['endedAbroad'] === true && !shown ? 'documentsMissing' : undefined;
};

/** Ægteskabsloven § 19: nobody is married on a certificate that has lapsed by the day. */
const valid: RefusalRule = ({ input }) =>
  (text(input, 'day') ?? '') > (text(input, 'certificateUntil') ?? '') ? 'certificateTooShort' : undefined;

/** Rules of those who test whether two people may marry, and of those who marry them. */
export const MARRIAGE_RULES: RefusalRules = {
  'kommune.testMarriage': documents,
  'familieretshuset.testMarriage': occasion => {
    const paid = occasion
      .standing('payFee')
      .some(
        payment => payment['purpose'] === 'marriageTest' && payment['person'] === occasion.input['person'],
      );
    return paid ? documents(occasion) : 'feeNotPaid';
  },
  'weddingOffice.bookWedding': valid,
  'folkekirken.askPriest': valid,
};
