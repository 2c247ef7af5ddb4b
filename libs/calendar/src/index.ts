export { bankHolidays, isBankHoliday, type BankHoliday } from './bank-holidays.js';
export { CalendarError } from './calendar-error.js';
export { dateAt, endOfDay, instantAfter, startOfDay, type Instant } from './copenhagen.js';
export { dateInWords, periodInWords } from './in-words.js';
export { isIsoDate, type IsoDate } from './iso-date.js';
export { lastDay, type Deadline, type DeadlineQuestion } from './last-day.js';
export { addPeriod, daysBetween, isPeriod, subtractPeriod, type Period } from './period.js';
export { type Channel } from './receipt-rules.js';
export { isWorkingDay, nextWorkingDay, workingDayFrom } from './working-days.js';
