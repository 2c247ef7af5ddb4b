import {
  addPeriod,
  addWeekdays,
  type Channel,
  dateAt,
  daysBetween,
  endOfDay,
  instantAfter,
  isWorkingDay,
  lastDay,
  nextWorkingDay,
  receivedOn,
  startOfDay,
  subtractPeriod,
  workingDayFrom,
} from '#calendar';
import { type ASTNode, Environment, type Limits, type RegisteredFunctionHandler } from '@marcbachmann/cel-js';
import { textPattern } from '../form/text-pattern.js';
import { MUNICIPALITIES } from '../municipalities.js';
import { AttachedFile, CalendarDate, CalendarPeriod, Person, RoleHolder } from './cel-values.js';
import { hasPath, type Macro } from './has-path.js';

const TIMESTAMP = 'google.protobuf.Timestamp';

/** CEL with the types and functions of the journey language, and without any variable yet. */
export function languageEnvironment(limits?: Partial<Limits>): Environment {
  const environment = new Environment({ enableOptionalTypes: true, ...(limits && { limits }) });
  environment
    .registerType('date', { ctor: CalendarDate, fields: {} })
    .registerType('period', { ctor: CalendarPeriod, fields: {} })
    .registerType('document', { ctor: AttachedFile, fields: {} })
    .registerType('person', { ctor: Person, fields: { id: 'string' } })
    .registerType('participant', { ctor: RoleHolder, fields: { id: 'string', cpr: 'person' } });
  addDateOperators(environment);
  addNumberOperators(environment);
  addFunctions(environment);
  addMacros(environment);
  return environment;
}

function addDateOperators(environment: Environment): void {
  const plus = (date: CalendarDate, period: CalendarPeriod): CalendarDate =>
    new CalendarDate(addPeriod(date.iso, period.iso));
  const later = (instant: Date, period: CalendarPeriod): Date =>
    new Date(instantAfter(instant.getTime(), period.iso));
  environment
    .registerOperator('date + period: date', plus)
    .registerOperator('period + date: date', (period: CalendarPeriod, date: CalendarDate) =>
      plus(date, period),
    )
    .registerOperator(
      'date - period: date',
      (date: CalendarDate, period: CalendarPeriod) => new CalendarDate(subtractPeriod(date.iso, period.iso)),
    )
    .registerOperator(`${TIMESTAMP} + period: ${TIMESTAMP}`, later)
    // ISO dates have four-digit years, so their text sorts as time does.
    .registerOperator('date < date: bool', (a: CalendarDate, b: CalendarDate) => a.iso < b.iso)
    .registerOperator('date <= date: bool', (a: CalendarDate, b: CalendarDate) => a.iso <= b.iso)
    .registerOperator('date > date: bool', (a: CalendarDate, b: CalendarDate) => a.iso > b.iso)
    .registerOperator('date >= date: bool', (a: CalendarDate, b: CalendarDate) => a.iso >= b.iso)
    .registerOperator('date == date: bool', (a: CalendarDate, b: CalendarDate) => a.iso === b.iso)
    .registerOperator('period == period: bool', (a: CalendarPeriod, b: CalendarPeriod) => a.iso === b.iso)
    .registerOperator('person == person: bool', (a: Person, b: Person) => a.id === b.id)
    .registerOperator('participant == participant: bool', (a: RoleHolder, b: RoleHolder) => a.id === b.id)
    .registerOperator('participant == person: bool', (a: RoleHolder, b: Person) => a.id === b.id);
}

/** CEL keeps whole and decimal numbers apart; a designer who writes `income * 12` means either. */
function addNumberOperators(environment: Environment): void {
  const arithmetic: Record<string, (a: number, b: number) => number> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
  };
  for (const [operator, compute] of Object.entries(arithmetic)) {
    const mixed: RegisteredFunctionHandler = (a: number | bigint, b: number | bigint) =>
      compute(Number(a), Number(b));
    environment.registerOperator(`int ${operator} double: double`, mixed);
    environment.registerOperator(`double ${operator} int: double`, mixed);
  }
}

function addFunctions(environment: Environment): void {
  const define = (signature: string, description: string, handler: RegisteredFunctionHandler): void => {
    environment.registerFunction(signature, handler, { description, async: false });
  };
  define('date(string): date', 'The date written YYYY-MM-DD.', CalendarDate.parse);
  define(
    `date(${TIMESTAMP}): date`,
    'The date in Denmark at an instant.',
    (instant: Date) => new CalendarDate(dateAt(instant.getTime())),
  );
  define('period(string): period', 'The period written in ISO 8601, e.g. P14D.', CalendarPeriod.parse);
  define('daysBetween(date, date): int', 'Days from the first date to the second.', (a, b) =>
    BigInt(daysBetween(a.iso, b.iso)),
  );
  define('monthsBetween(date, date): int', 'Whole months from the first date to the second.', (a, b) =>
    BigInt(monthsBetween(a.iso, b.iso)),
  );
  define('yearsBetween(date, date): int', 'Whole years from the first date to the second.', (a, b) =>
    BigInt(Math.trunc(monthsBetween(a.iso, b.iso) / 12)),
  );
  define('age(date, date): int', 'Age in whole years of one born on the first date, on the second.', (a, b) =>
    BigInt(Math.trunc(monthsBetween(a.iso, b.iso) / 12)),
  );
  define('earliest(date, date): date', 'The earlier of two dates.', (a, b) => (b.iso < a.iso ? b : a));
  define('latest(date, date): date', 'The later of two dates.', (a, b) => (b.iso > a.iso ? b : a));
  define(
    'startOfMonth(date): date',
    'The first day of the month.',
    (a: CalendarDate) => new CalendarDate(`${a.iso.slice(0, 8)}01`),
  );
  define('endOfMonth(date): date', 'The last day of the month.', (a: CalendarDate) => endOfMonth(a));
  define('year(date): int', 'The year.', (a: CalendarDate) => BigInt(a.iso.slice(0, 4)));
  define('month(date): int', 'The month, 1 to 12.', (a: CalendarDate) => BigInt(a.iso.slice(5, 7)));
  define('day(date): int', 'The day of the month.', (a: CalendarDate) => BigInt(a.iso.slice(8, 10)));
  define(
    `startOfDay(date): ${TIMESTAMP}`,
    'The instant the date begins in Denmark.',
    (a: CalendarDate) => new Date(startOfDay(a.iso)),
  );
  define(
    `endOfDay(date): ${TIMESTAMP}`,
    'The instant the date is over in Denmark.',
    (a: CalendarDate) => new Date(endOfDay(a.iso)),
  );
  define('isWorkingDay(date): bool', 'Whether a deadline can expire on the date.', (a: CalendarDate) =>
    isWorkingDay(a.iso),
  );
  define(
    'nextWorkingDay(date): date',
    'The first working day after the date.',
    (a: CalendarDate) => new CalendarDate(nextWorkingDay(a.iso)),
  );
  define(
    'addWeekdays(date, int): date',
    'The day that is so many weekdays (Monday to Friday, no public holiday) after the date.',
    (a: CalendarDate, count: bigint) => new CalendarDate(addWeekdays(a.iso, Number(count))),
  );
  define(
    'workingDayFrom(date): date',
    'The date itself if it is a working day, or else the next one.',
    (a: CalendarDate) => new CalendarDate(workingDayFrom(a.iso)),
  );
  define(
    'appealDeadline(date, period): date',
    'The last day to appeal a decision given in Digital Post on the date.',
    (a: CalendarDate, within: CalendarPeriod) => new CalendarDate(appealDeadline(a.iso, within.iso)),
  );
  define(
    'appealDeadline(date, period, bool): date',
    'The same for one who may be exempt from Digital Post: when true, of a decision in a letter dated on the date.',
    (a: CalendarDate, within: CalendarPeriod, exempt: boolean) =>
      new CalendarDate(appealDeadline(a.iso, within.iso, exempt)),
  );
  define(
    'receivedOn(date, bool): date',
    'The day on which what is sent on the date counts as received: by one who is exempt from Digital Post, when true, in a letter.',
    (a: CalendarDate, exempt: boolean) =>
      new CalendarDate(receivedOn({ decided: a.iso, channel: channelFor(exempt), recipient: 'citizen' })),
  );
  define(
    'municipalities(): list<map<string, string>>',
    'All municipalities, in the order of their names, each with its `code` and its `name`.',
    () => BY_NAME,
  );
  // What the check refuses; versions from before it did still run.
  define('string._search(string): bool', 'Whether a text has what a pattern says.', (text, pattern) =>
    textPattern(pattern).test(text),
  );
  for (const type of ['int', 'double']) {
    define(`min(${type}, ${type}): ${type}`, 'The smaller of two numbers.', (a, b) => (b < a ? b : a));
    define(`max(${type}, ${type}): ${type}`, 'The larger of two numbers.', (a, b) => (b > a ? b : a));
  }
}

function addMacros(environment: Environment): void {
  environment.registerFunction(
    '_is(ast): bool',
    ({ args }: { args: ASTNode[] }) => hasPath(args[0] as ASTNode),
    {
      description: 'Stands in for has().',
      async: false,
    },
  );
  environment.registerFunction(
    'age(ast): int',
    ({ args }: { args: ASTNode[] }) => ageToday(args[0] as ASTNode),
    {
      description: 'Age in whole years today of one born on the date.',
      async: false,
    },
  );
}

const BY_NAME = [...MUNICIPALITIES]
  .map(([code, name]) => ({ code, name }))
  .sort((one, other) => one.name.localeCompare(other.name, 'da'));

function appealDeadline(decided: string, period: string, exempt = false): string {
  return lastDay({ decided, period, channel: channelFor(exempt), recipient: 'citizen' }).lastDay;
}

function channelFor(exempt: boolean): Channel {
  return exempt ? 'letter' : 'digitalPost';
}

function endOfMonth(date: CalendarDate): CalendarDate {
  const first = `${date.iso.slice(0, 8)}01`;
  return new CalendarDate(subtractPeriod(addPeriod(first, 'P1M'), 'P1D'));
}

/** Whole months; one born on 29 February is a year older on 1 March of other years, as Danish law counts. */
function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from);
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0);
}

function ageToday(born: ASTNode): Macro {
  return {
    async: false,
    typeCheck(checker, _macro, context) {
      const { name } = checker.check(born, context);
      if (name === 'date' || name === 'dyn') return checker.getType('int');
      throw checker.createError('no_matching_overload', `age() asks for a date, got ${name}`, born);
    },
    evaluate(evaluator, _macro, context) {
      const from = evaluator.run(born, context) as CalendarDate;
      const today = context.getValue('today') as CalendarDate;
      return BigInt(Math.trunc(monthsBetween(from.iso, today.iso) / 12));
    },
  };
}
