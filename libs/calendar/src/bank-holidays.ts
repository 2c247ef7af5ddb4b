import { Temporal } from 'temporal-polyfill';
import { CalendarError } from './calendar-error.js';
import { easter } from './easter.js';
import { formatDate, type IsoDate, parseDate, quoted } from './iso-date.js';
import { type Bilingual, type Sourced } from './sourced.js';

export interface BankHoliday {
  readonly date: IsoDate;
  readonly name: Bilingual;
}

interface HolidayRule extends Sourced {
  readonly name: Bilingual;
  /** Days after Easter Sunday, or `[month, day]`. */
  readonly on: number | readonly [month: number, day: number];
  /** The last year in which it is a public holiday. */
  readonly lastYear?: number;
}

const FIRST_YEAR = 1900;

const CUSTOM = {
  source: 'Helligdagene efter folkekirkens ordning (forordning af 26. oktober 1770)',
  confidence: 'background',
} as const;

const RULES: readonly HolidayRule[] = [
  { name: { da: 'nytårsdag', en: 'New Year’s Day' }, on: [1, 1], ...CUSTOM },
  { name: { da: 'skærtorsdag', en: 'Maundy Thursday' }, on: -3, ...CUSTOM },
  { name: { da: 'langfredag', en: 'Good Friday' }, on: -2, ...CUSTOM },
  { name: { da: 'påskedag', en: 'Easter Sunday' }, on: 0, ...CUSTOM },
  { name: { da: '2. påskedag', en: 'Easter Monday' }, on: 1, ...CUSTOM },
  {
    name: { da: 'store bededag', en: 'Great Prayer Day' },
    on: 26,
    lastYear: 2023,
    source: 'Lov om konsekvenser ved afskaffelsen af store bededag som helligdag, i kraft 1. januar 2024',
    confidence: 'found',
  },
  { name: { da: 'Kristi himmelfartsdag', en: 'Ascension Day' }, on: 39, ...CUSTOM },
  { name: { da: 'pinsedag', en: 'Whit Sunday' }, on: 49, ...CUSTOM },
  { name: { da: '2. pinsedag', en: 'Whit Monday' }, on: 50, ...CUSTOM },
  { name: { da: 'juledag', en: 'Christmas Day' }, on: [12, 25], ...CUSTOM },
  { name: { da: '2. juledag', en: 'Second Day of Christmas' }, on: [12, 26], ...CUSTOM },
];

const known = new Map<number, readonly BankHoliday[]>();

/**
 * The public holidays (helligdage) of a year in Denmark, in order.
 *
 * @throws CalendarError for a year that is no whole number from 1900 to 9999: the table of rules begins there
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > 9999) {
    throw new CalendarError(
      `No table of public holidays for the year ${quoted(year)}: it covers ${FIRST_YEAR} to 9999.`,
    );
  }
  let holidays = known.get(year);
  if (!holidays) known.set(year, (holidays = holidaysOf(year)));
  return holidays;
}

/** The public holiday that `date` is, if it is one. Sundays as such are not in the table. */
export function bankHolidayOn(date: IsoDate): BankHoliday | undefined {
  return bankHolidays(parseDate(date).year).find(holiday => holiday.date === date);
}

/** Whether `date` is a public holiday in Denmark, by the rules of its own year. */
export function isBankHoliday(date: IsoDate): boolean {
  return bankHolidayOn(date) !== undefined;
}

function holidaysOf(year: number): readonly BankHoliday[] {
  const easterSunday = Temporal.PlainDate.from({ year, ...easter(year) });
  return RULES.filter(({ lastYear }) => lastYear === undefined || year <= lastYear)
    .map(({ name, on }) => {
      const date =
        typeof on === 'number'
          ? easterSunday.add({ days: on })
          : Temporal.PlainDate.from({ year, month: on[0], day: on[1] });
      return { date: formatDate(date), name };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
