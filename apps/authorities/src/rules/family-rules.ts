import { addPeriod } from '#calendar';
import { namesAll, type RefusalRules, type RuleOccasion, text } from './refusal-rule.js';

/** Ægteskabsloven § 30: after so long one of the two can demand a divorce; both together at any time. */
const SEPARATION = 'P6M';

function paid({ input, standing }: RuleOccasion, purpose: 'application' | 'negotiation'): boolean {
  const payments = standing('payFee');
  return payments.some(payment => payment['case'] === input['case'] && payment['purpose'] === purpose);
}

/** Rules of the Agency of Family Law. */
export const FAMILY_RULES: RefusalRules = {
  'familieretshuset.applyDivorce': ({ input, standing }) => {
    const both = new Set([text(input, 'person'), text(input, 'spouse')]);
    const open = standing('applyDivorce').some(
      other => both.has(text(other, 'person')) && both.has(text(other, 'spouse')),
    );
    // A divorce after separation is applied for anew.
    return open && input['ground'] !== 'afterSeparation' ? 'caseOpen' : undefined;
  },
  'familieretshuset.holdTermsMeeting': occasion => (paid(occasion, 'negotiation') ? undefined : 'feeNotPaid'),
  'familieretshuset.grantDivorce': occasion => {
    const { input } = occasion;
    if (!paid(occasion, 'application')) return 'feeNotPaid';
    return namesAll(input, 'agreedBy', [text(input, 'person'), text(input, 'spouse')])
      ? undefined
      : 'notAgreed';
  },
  'familieretshuset.decideDivorce': occasion => {
    const { input, today } = occasion;
    if (!paid(occasion, 'application')) return 'feeNotPaid';
    const separatedFrom = text(input, 'separatedFrom');
    const short = separatedFrom !== undefined && addPeriod(separatedFrom, SEPARATION) > today;
    return input['kind'] === 'divorce' && short ? 'separationTooShort' : undefined;
  },
};
