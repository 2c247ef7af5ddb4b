import { addPeriod, daysBetween, type IsoDate, subtractPeriod } from '#calendar';
import { POST_ANSWERS } from './post-rules.js';
import { amount, type AnswerRules, text } from './refusal-rule.js';

const WEEK = 7;
/** Sygedagpengeloven §§ 6 and 41: the employer pays for thirty days, and whoever has none waits for two weeks. */
const EMPLOYER_PAYS = 'P30D';
const WITHOUT_EMPLOYER = 'P14D';
/** Efterlevelsespension: for three months from the first of the month after the death. */
const SURVIVOR_PAID = 'P3M';
/** Regulation 883/2004, article 64: three months abroad, and seven days to register there. */
const BENEFIT_ABROAD = 'P3M';
const REGISTERS_WITHIN = 'P7D';
/** A child is examined at five weeks and vaccinated at three months. */
const EXAMINED_AT = 'P5W';
const VACCINATED_AT = 'P3M';
const CARD_TIME = 'P2W';
const PERMIT_HOLDS = 'P1Y';

/**
 * The rules by which simulated authorities answer, by service: what follows from the request and the law, in place of the day that
 * the example says.
 */
export const ANSWER_RULES: AnswerRules = {
  ...POST_ANSWERS,
  'udbetalingDanmark.applyMaternityPay': ({ input, today }) => {
    const leaveFrom = text(input, 'leaveFrom') ?? today;
    const payStopsOn = text(input, 'payStopsOn');
    const from = payStopsOn === undefined ? leaveFrom : addPeriod(payStopsOn, 'P1D');
    const paidWeeks = Math.floor(daysBetween(leaveFrom, from) / WEEK);
    const weeks = Math.max(1, amount(input, 'weeks') - paidWeeks);
    return { from, until: lastOfWeeks(from, weeks) };
  },
  'udbetalingDanmark.applyBereavementLeave': ({ input, today }) => {
    const from = text(input, 'leaveFrom') ?? today;
    return { from, until: lastOfWeeks(from, amount(input, 'weeks')) };
  },
  'udbetalingDanmark.grantSurvivorsPension': ({ input, today }) => {
    const from = monthAfter(text(input, 'diedOn') ?? today);
    return { from, until: dayBefore(addPeriod(from, SURVIVOR_PAID)) };
  },
  'sicknessBenefit.applyBenefit': ({ input, today }) => {
    const wait = text(input, 'situation') === 'employed' ? EMPLOYER_PAYS : WITHOUT_EMPLOYER;
    return { from: addPeriod(text(input, 'firstDay') ?? today, wait) };
  },
  'aKasse.issueU2': ({ input, today }) => {
    const from = text(input, 'from') ?? today;
    return {
      from,
      until: dayBefore(addPeriod(from, BENEFIT_ABROAD)),
      registerBy: addPeriod(from, REGISTERS_WITHIN),
    };
  },
  'udbetalingDanmark.stopChildBenefits': ({ input, today }) => ({
    lastPayment: dayBefore(monthAfter(text(input, 'diedOn') ?? today)),
  }),
  'sicknessBenefit.endCase': ({ input, today }) => ({ endedOn: dayBefore(text(input, 'wellOn') ?? today) }),
  'jobnet.deregister': ({ input, today }) => ({ endedOn: dayBefore(text(input, 'from') ?? today) }),
  'employmentOffice.endCashHelp': ({ input, today }) => ({
    endedOn: dayBefore(text(input, 'from') ?? today),
  }),
  'doctorChoice.chooseDoctor': ({ input, today }) => ({
    cardArrives: addPeriod(text(input, 'from') ?? today, CARD_TIME),
  }),
  'kommune.issueParkingPermit': ({ input, today }) => ({
    until: dayBefore(addPeriod(text(input, 'from') ?? today, PERMIT_HOLDS)),
  }),
  // Of a child that is older by then, as soon as can be.
  'doctorChoice.assignChild': ({ input, today }) => {
    const born = text(input, 'born') ?? today;
    const [examined, vaccinated] = [addPeriod(born, EXAMINED_AT), addPeriod(born, VACCINATED_AT)];
    return { firstExamination: later(examined, today), firstVaccination: later(vaccinated, today) };
  },
};

function lastOfWeeks(from: IsoDate, weeks: number): IsoDate {
  return dayBefore(addPeriod(from, `P${weeks}W`));
}

function monthAfter(day: IsoDate): IsoDate {
  return addPeriod(`${day.slice(0, 7)}-01`, 'P1M');
}

function dayBefore(day: IsoDate): IsoDate {
  return subtractPeriod(day, 'P1D');
}

/** Where that day has passed, in a week. */
function later(day: IsoDate, today: IsoDate): IsoDate {
  return day < today ? addPeriod(today, 'P1W') : day;
}
