import { addPeriod } from '#calendar';
import { namesAll, type RefusalRule, type RefusalRules, text } from './refusal-rule.js';

/** CPR-loven § 12 and the guidance to it: a move is reported 4 weeks ahead at the earliest. */
const EARLIEST_NOTICE = 'P4W';

const tooEarly: RefusalRule = ({ input, today }) => {
  const date = text(input, 'date');
  return date !== undefined && date > addPeriod(today, EARLIEST_NOTICE) ? 'tooEarly' : undefined;
};

/** Rules of the registers of persons and addresses. */
export const REGISTER_RULES: RefusalRules = {
  'cpr.registerMove': tooEarly,
  'cpr.changeMoveDate': occasion => {
    const date = text(occasion.input, 'date');
    return date !== undefined && date < occasion.today ? 'alreadyMoved' : tooEarly(occasion);
  },
  /** Every Danish address has a house number. */
  'dar.findAddress': ({ input }) => (/[0-9]/.test(text(input, 'text') ?? '') ? undefined : 'unknownAddress'),
  'personregister.registerCoParenthood': ({ input }) =>
    namesAll(input, 'signedBy', [text(input, 'mother'), text(input, 'coParent')])
      ? undefined
      : 'bothMustSign',
  'personregister.registerName': ({ input }) => {
    const { custodians } = input;
    return Array.isArray(custodians) && custodians.length > 0 ? undefined : 'consentMissing';
  },
};
