import { addPeriod } from '#calendar';
import { type RefusalRules, text } from './refusal-rule.js';

/** Pensionsloven § 33: a state pension is applied for half a year ahead at the earliest. */
const APPLIES_AHEAD = 'P6M';
/** Pensionsloven § 26 i: an early pension is started two months ahead at the latest. */
const STARTS_AHEAD = 'P2M';

/** Rules of Udbetaling Danmark on pensions. */
export const PENSION_RULES: RefusalRules = {
  'udbetalingDanmark.applyStatePension': ({ input, today }) =>
    (text(input, 'from') ?? today) > addPeriod(today, APPLIES_AHEAD) ? 'tooEarly' : undefined,
  'udbetalingDanmark.startPension': ({ input, today }) =>
    (text(input, 'from') ?? today) < addPeriod(today, STARTS_AHEAD) ? 'tooLate' : undefined,
};
