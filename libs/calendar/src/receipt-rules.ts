import { type IsoDate } from './iso-date.js';
import { type Bilingual, type Sourced } from './sourced.js';

/** How a decision was sent. `digital` is any digital way but Digital Post: an e-mail, a self-service page. */
export const CHANNELS = ['digitalPost', 'digital', 'letter', 'quickLetter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Days from the date of the letter until it counts as received, by the weekday of its date, Monday first. */
type DaysByWeekday = readonly [number, number, number, number, number, number, number];

/** When a decision sent in this way, in this time, counts as received. */
export interface ReceiptRule extends Sourced {
  readonly id: string;
  readonly channels: readonly Channel[];
  /** Only for decisions of this authority, before any general rule. */
  readonly authority?: string;
  /** First and last date of a decision to which the rule applies. */
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly received: { readonly daysLater: DaysByWeekday } | { readonly weekdaysLater: number };
  /** The rule in a sentence, without its full stop. */
  readonly text: Bilingual;
}

const APPEALS_GUIDANCE =
  'Justitsministeriets vejledning nr. 9533 af 26. juni 2018 om beregning af klagefrister';
const APPEALS_BOARD = 'Ankestyrelsen, klagefrister';
const SAME_DAY: DaysByWeekday = [0, 0, 0, 0, 0, 0, 0];

/**
 * All rules. Saturdays and Sundays are not spoken of in the sources' tables by weekday:
 * a letter dated on one counts as posted on the Monday after.
 */
export const RECEIPT_RULES: readonly ReceiptRule[] = [
  {
    id: 'digital-2016',
    channels: ['digitalPost', 'digital'],
    from: '2016-07-01',
    received: { daysLater: SAME_DAY },
    text: {
      da: 'Digital post regnes for modtaget samme dag, som den er til rådighed for modtageren',
      en: 'Digital post counts as received on the day it is available to the recipient',
    },
    source: APPEALS_GUIDANCE,
    confidence: 'found',
  },
  {
    id: 'aes-digital-post',
    channels: ['digitalPost'],
    authority: 'aes',
    from: '2016-07-01',
    received: { weekdaysLater: 1 },
    text: {
      da: 'Digital Post fra Arbejdsmarkedets Erhvervssikring regnes for modtaget den næste hverdag',
      en: 'Digital Post from Labour Market Insurance counts as received on the next weekday',
    },
    source: `${APPEALS_BOARD}; Arbejdsmarkedets Erhvervssikring, klage`,
    confidence: 'found',
  },
  {
    id: 'letter-2016',
    channels: ['letter'],
    from: '2016-07-01',
    until: '2018-06-25',
    received: { daysLater: [5, 5, 7, 6, 5, 7, 6] },
    text: {
      da: 'Et almindeligt brev regnes for modtaget 5 dage efter en mandag, tirsdag eller fredag, 7 dage efter en onsdag og 6 dage efter en torsdag',
      en: 'An ordinary letter counts as received 5 days after a Monday, Tuesday or Friday, 7 days after a Wednesday and 6 days after a Thursday',
    },
    source: 'Ankestyrelsens praksis fra 1. juli 2016',
    confidence: 'found',
  },
  {
    id: 'letter-2018',
    channels: ['letter'],
    from: '2018-06-26',
    until: '2025-12-31',
    received: { weekdaysLater: 6 },
    text: {
      da: 'Et almindeligt brev regnes for modtaget 6 hverdage efter sin dato',
      en: 'An ordinary letter counts as received 6 weekdays after its date',
    },
    source: APPEALS_GUIDANCE,
    confidence: 'found',
  },
  {
    id: 'letter-2026',
    channels: ['letter'],
    from: '2026-01-01',
    received: { weekdaysLater: 6 },
    text: {
      da: 'Et almindeligt brev regnes for modtaget 6 hverdage efter sin dato',
      en: 'An ordinary letter counts as received 6 weekdays after its date',
    },
    source: `${APPEALS_GUIDANCE}; om den gælder uændret, efter at dao bringer brevene ud, er ikke bekræftet`,
    confidence: 'doubtful',
  },
  {
    id: 'quick-letter-2016',
    channels: ['quickLetter'],
    from: '2016-07-01',
    until: '2025-12-31',
    received: { daysLater: [2, 2, 2, 2, 2, 2, 2] },
    text: {
      da: 'Et quickbrev regnes for modtaget 2 dage efter sin dato',
      en: 'A quick letter counts as received 2 days after its date',
    },
    source: APPEALS_BOARD,
    confidence: 'found',
  },
  {
    id: 'quick-letter-2026',
    channels: ['quickLetter'],
    from: '2026-01-01',
    received: { daysLater: [2, 2, 2, 2, 2, 2, 2] },
    text: {
      da: 'Et quickbrev regnes for modtaget 2 dage efter sin dato',
      en: 'A quick letter counts as received 2 days after its date',
    },
    source: `${APPEALS_BOARD}; ikke bekræftet efter dao`,
    confidence: 'doubtful',
  },
  {
    id: 'udbetaling-danmark-paper',
    channels: ['letter'],
    authority: 'udbetalingDanmark',
    from: '2018-06-26',
    received: { daysLater: [7, 6, 7, 6, 5, 9, 8] },
    text: {
      da: 'For et brev fra Udbetaling Danmark regnes fristen fra mandag i ugen efter, når det er dateret en mandag eller tirsdag, og ellers fra onsdag i ugen efter',
      en: 'For a letter from Udbetaling Danmark the deadline counts from Monday of the week after, when it is dated on a Monday or Tuesday, and otherwise from Wednesday of the week after',
    },
    source: 'borger.dk, Udbetaling Danmark: klagefrist ved papirpost',
    confidence: 'found',
  },
];
