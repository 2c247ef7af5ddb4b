import { subtractPeriod } from '#calendar';
import { amount, hasPassed, type RefusalRules, text } from './refusal-rule.js';

/** Barselsloven § 30: apply at the latest 8 weeks after the pay stops. */
const PAY_STOPPED = 'P8W';
/** Barselsloven: of the 24 weeks of each parent, 11 are earmarked. */
const TRANSFERABLE_WEEKS = 13;
/** Aktivloven § 85 a: apply at the latest 6 months after the death; 3 years of living together. */
const AFTER_DEATH = 'P6M';
const LIVED_TOGETHER = 'P3Y';

/** Rules of Udbetaling Danmark. */
export const BENEFIT_RULES: RefusalRules = {
  'udbetalingDanmark.applyMaternityPay': ({ input, today }) =>
    hasPassed(text(input, 'payStopsOn'), PAY_STOPPED, today) ? 'tooLate' : undefined,
  'udbetalingDanmark.transferLeave': ({ input }) =>
    amount(input, 'weeks') > TRANSFERABLE_WEEKS ? 'weeksEarmarked' : undefined,
  'udbetalingDanmark.applySurvivorsHelp': ({ input, today }) => {
    if (hasPassed(text(input, 'diedOn'), AFTER_DEATH, today)) return 'tooLate';
    const together = text(input, 'cohabitedFrom');
    const diedOn = text(input, 'diedOn') ?? today;
    return together !== undefined && together > subtractPeriod(diedOn, LIVED_TOGETHER)
      ? 'notCohabiting'
      : undefined;
  },
};
