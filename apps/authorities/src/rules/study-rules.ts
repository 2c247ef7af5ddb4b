import { amount, type RefusalRules, text } from './refusal-rule.js';

/** Adgangsbekendtgørelsen § 14: what must be judged by hand is asked for by 15 March, everything else by 5 July. */
const BY_HAND = '03-15';
const BY_GRADES = '07-05';

/** Rules of the coordinated admission and of the study grants. */
export const STUDY_RULES: RefusalRules = {
  'optagelse.apply': ({ input, today }) => {
    const byGradesAlone =
      input['quotaTwo'] !== true &&
      text(input, 'basis') === 'danish' &&
      (text(input, 'special') ?? 'none') === 'none';
    const last = byGradesAlone || text(input, 'exception') !== undefined ? BY_GRADES : BY_HAND;
    return today > `${amount(input, 'year')}-${last}` ? 'tooLate' : undefined;
  },
  'optagelse.changePriorities': ({ today, standing }) =>
    standing('apply').some(application => today <= `${amount(application, 'year')}-${BY_GRADES}`)
      ? undefined
      : 'tooLate',
  'su.stopGrant': ({ input, standing }) =>
    standing('applyGrant').some(request => text(request, 'person') === text(input, 'person'))
      ? undefined
      : 'noGrant',
};
