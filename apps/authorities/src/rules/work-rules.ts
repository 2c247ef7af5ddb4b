import { hasPassed, type RefusalRules, text } from './refusal-rule.js';

/** Arbejdsløshedsforsikringsloven § 54: a graduate joins within two weeks. */
const AFTER_EDUCATION = 'P2W';
/** Lov om Lønmodtagernes Garantifond: four months from a bankruptcy order, six from a closure. */
const AFTER_BANKRUPTCY = 'P4M';
const AFTER_CLOSURE = 'P6M';
/** Holiday benefit is asked for by 31 January after the year of the holiday. */
const HOLIDAY_ASKED_BY = '01-31';

/** Rules of Jobnet, the a-kasse, the guarantee fund and the employment office. */
export const WORK_RULES: RefusalRules = {
  'jobnet.deregister': ({ input, standing }) =>
    standing('register').some(request => text(request, 'person') === text(input, 'person'))
      ? undefined
      : 'notRegistered',
  'aKasse.joinAsGraduate': ({ input, today }) =>
    hasPassed(text(input, 'finishedOn'), AFTER_EDUCATION, today) ? 'tooLate' : undefined,
  'aKasse.payHoliday': ({ input, today }) => {
    const year = Number(text(input, 'until')?.slice(0, 4));
    return today > `${year + 1}-${HOLIDAY_ASKED_BY}` ? 'tooLate' : undefined;
  },
  'aKasse.issueU2': ({ input, today }) => {
    const from = text(input, 'from');
    return from !== undefined && from < today ? 'tooLate' : undefined;
  },
  'wageGuarantee.claimWages': ({ input, today }) =>
    hasPassed(
      text(input, 'since'),
      text(input, 'basis') === 'closure' ? AFTER_CLOSURE : AFTER_BANKRUPTCY,
      today,
    )
      ? 'tooLate'
      : undefined,
  'employmentOffice.applyCashHelp': ({ input }) => {
    const statements = input['statements'];
    return Array.isArray(statements) && statements.length > 0 ? undefined : 'statementsMissing';
  },
};
