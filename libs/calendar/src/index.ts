export { CalendarError } from './calendar-error.js';
export { dateAt, endOfDay, instantAfter, startOfDay, type Instant } from './copenhagen.js';
export { isIsoDate, type IsoDate } from './iso-date.js';
export { addPeriod, daysBetween, isPeriod, subtractPeriod, type Period } from './period.js';
