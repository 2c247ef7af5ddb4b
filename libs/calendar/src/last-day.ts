import { CalendarError } from './calendar-error.js';
import { dateInWords, periodInWords } from './in-words.js';
import { parseDate, quoted, type IsoDate } from './iso-date.js';
import { addPeriod, type Period } from './period.js';
import { CHANNELS, RECEIPT_RULES, type Channel, type ReceiptRule } from './receipt-rules.js';
import { type Bilingual, type Confidence } from './sourced.js';
import { addWeekdays, closedBecause, weekdayOf, workingDayFrom } from './working-days.js';

/** Input of a deadline computation. */
export interface DeadlineQuestion {
  /** The date of the letter; for Digital Post the day it became available to the recipient. */
  readonly decided: IsoDate;
  readonly channel: Channel;
  /**
   * Whose deadline it is. To a `citizen` a decision is presumed to come after the post's own time;
   * an `authority` counts from the day it actually received a letter, which is then `decided`.
   */
  readonly recipient: 'citizen' | 'authority';
  /** Id of the authority that decided, where it may have a rule of its own: `aes`, `udbetalingDanmark`. */
  readonly authority?: string;
  /** Whole days, weeks, months or years, as `P4W`. */
  readonly period: Period;
}

export interface Deadline {
  /** The day from which the deadline counts; it is not itself counted. */
  readonly presumedReceipt: IsoDate;
  /** The last day, until midnight, on which the deadline is kept. */
  readonly lastDay: IsoDate;
  readonly explanation: Bilingual;
  /** The rule by which receipt was presumed, where it stands and how well it is known. */
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
}

type Receipt = Pick<ReceiptRule, 'id' | 'received' | 'text' | 'source' | 'confidence'>;

const ACTUAL_RECEIPT: Receipt = {
  id: 'actual-receipt',
  received: { weekdaysLater: 0 },
  text: {
    da: 'En myndigheds frist regnes fra den dag, den faktisk har modtaget brevet',
    en: 'An authority’s deadline counts from the day it actually received the letter',
  },
  source: 'Forvaltningsrettens almindelige regler om, hvornår en meddelelse er kommet frem',
  confidence: 'background',
};

/**
 * Computes the last day of a deadline that a decision sets in motion, with the reason in words.
 * The day of receipt is not counted; weeks end on the same weekday, months on the same date or the month's last day;
 * a deadline that would expire on a day that is no working day expires on the next one.
 *
 * @throws CalendarError on malformed dates, periods or channels, and when no known rule covers the date
 */
export function lastDay(question: DeadlineQuestion): Deadline {
  const { decided, period } = question;
  const rule = receiptRule(question);
  const presumedReceipt = receive(decided, rule);
  const expires = addPeriod(presumedReceipt, period);
  const last = workingDayFrom(expires);
  return {
    presumedReceipt,
    lastDay: last,
    rule: rule.id,
    source: rule.source,
    confidence: rule.confidence,
    // Put into words only for who reads it.
    get explanation() {
      return explain({ decided, received: presumedReceipt, period, expires, last }, rule);
    },
  };
}

function explain(
  days: { decided: IsoDate; received: IsoDate; period: Period; expires: IsoDate; last: IsoDate },
  { text }: Receipt,
): Bilingual {
  const [sent, received, unmoved, ends, length] = [
    dateInWords(days.decided),
    dateInWords(days.received),
    dateInWords(days.expires),
    dateInWords(days.last),
    periodInWords(days.period),
  ];
  const closed = closedBecause(days.expires);
  return {
    da:
      `Dato: ${sent.da}. ${text.da}, altså ${received.da}. Fristen er ${length.da} derfra` +
      (closed ? `; ${unmoved.da} er ${closed.da}, så den forlænges til ${ends.da}.` : `: ${ends.da}.`),
    en:
      `Date: ${sent.en}. ${text.en}, which is ${received.en}. The deadline is ${length.en} from then` +
      (closed ? `; ${unmoved.en} is ${closed.en}, so it is extended to ${ends.en}.` : `: ${ends.en}.`),
  };
}

/**
 * The day on which a decision, or any message, counts as received.
 *
 * @throws CalendarError as {@link lastDay} does
 */
export function receivedOn(question: Omit<DeadlineQuestion, 'period'>): IsoDate {
  return receive(question.decided, receiptRule(question));
}

function receiptRule({ decided, channel, recipient, authority }: Omit<DeadlineQuestion, 'period'>): Receipt {
  parseDate(decided);
  if (!CHANNELS.includes(channel)) {
    throw new CalendarError(`${quoted(channel)} is not a channel: use one of ${CHANNELS.join(', ')}.`);
  }
  if (recipient === 'authority') return ACTUAL_RECEIPT;
  if (recipient !== 'citizen') {
    throw new CalendarError(`${quoted(recipient)} is not a recipient: use citizen or authority.`);
  }
  const inForce = RECEIPT_RULES.filter(
    rule =>
      rule.channels.includes(channel) && rule.from <= decided && decided <= (rule.until ?? '9999-12-31'),
  );
  const own = inForce.find(rule => rule.authority !== undefined && rule.authority === authority);
  const rule = own ?? inForce.find(({ authority: whose }) => whose === undefined);
  if (rule) return rule;
  const first = RECEIPT_RULES.filter(({ channels }) => channels.includes(channel))
    .map(({ from }) => from)
    .sort()[0];
  throw new CalendarError(
    `No rule says when a ${channel} of ${decided} counts as received: the table begins on ${first}.`,
  );
}

function receive(date: IsoDate, { received }: Receipt): IsoDate {
  if ('weekdaysLater' in received) return addWeekdays(date, received.weekdaysLater);
  return addPeriod(date, `P${received.daysLater[weekdayOf(date) - 1]}D`);
}
