import fc from 'fast-check';
import { CalendarError } from './calendar-error.js';
import { lastDay, type DeadlineQuestion } from './last-day.js';
import { addPeriod, daysBetween } from './period.js';
import { CHANNELS, RECEIPT_RULES } from './receipt-rules.js';
import { isWorkingDay, weekdayOf } from './working-days.js';

const asked = (decided: string, more: Partial<DeadlineQuestion> = {}): DeadlineQuestion => ({
  decided,
  channel: 'digitalPost',
  recipient: 'citizen',
  period: 'P4W',
  ...more,
});
const days = (question: DeadlineQuestion): string => {
  const { presumedReceipt, lastDay: last } = lastDay(question);
  return `${presumedReceipt} ${last}`;
};

describe('Digital Post', () => {
  it.each([
    ['2026-12-24', '2026-12-24 2027-01-21', 'received on Christmas Eve all the same'],
    ['2026-11-26', '2026-11-26 2026-12-28', 'expires on Thursday 24 December 2026, extended over Christmas'],
    ['2026-12-03', '2026-12-03 2027-01-04', 'expires on New Year’s Eve'],
    ['2026-03-05', '2026-03-05 2026-04-07', 'expires on Maundy Thursday 2 April 2026'],
    ['2026-04-16', '2026-04-16 2026-05-18', 'expires on Ascension Day 14 May 2026'],
    ['2026-04-17', '2026-04-17 2026-05-18', 'expires on the Friday after it'],
    ['2026-05-08', '2026-05-08 2026-06-08', 'expires on Constitution Day 5 June 2026'],
    ['2024-03-29', '2024-03-29 2024-04-26', 'expires on what was store bededag'],
    ['2023-04-07', '2023-04-07 2023-05-08', 'expires on the last store bededag'],
    [
      '2027-02-28',
      '2027-02-28 2027-03-30',
      'expires on 28 March 2027: Easter Sunday, and summer time begins',
    ],
    ['2028-02-01', '2028-02-01 2028-02-29', 'expires on a leap day'],
    ['2026-11-21', '2026-11-21 2026-12-21', 'received and expiring on a Saturday'],
  ])('of %s: received and last day %s (%s)', (decided, expected) =>
    expect(days(asked(decided))).toBe(expected),
  );

  it('of Labour Market Insurance counts from the next weekday', () => {
    const aes = (decided: string): string => lastDay(asked(decided, { authority: 'aes' })).presumedReceipt;
    expect(aes('2026-11-19')).toBe('2026-11-20');
    expect(aes('2026-11-20')).toBe('2026-11-23');
    expect(aes('2026-11-21')).toBe('2026-11-23');
    expect(aes('2026-04-01')).toBe('2026-04-07');
    expect(lastDay(asked('2026-11-20', { authority: 'aes', channel: 'digital' })).presumedReceipt).toBe(
      '2026-11-20',
    );
  });
});

describe('letters', () => {
  const letter = (decided: string, authority?: string): string =>
    lastDay(asked(decided, { channel: 'letter', ...(authority ? { authority } : {}) })).presumedReceipt;

  it.each([
    ['2025-11-17', '2025-11-25', 'Monday to Tuesday of the week after'],
    ['2025-11-21', '2025-12-01', 'over a weekend'],
    ['2025-11-22', '2025-12-01', 'dated on a Saturday'],
    ['2024-04-24', '2024-05-02', 'over the Friday that no longer is store bededag'],
    ['2023-05-03', '2023-05-12', 'over store bededag'],
    ['2026-04-02', '2026-04-14', 'dated on Maundy Thursday'],
    ['2026-05-13', '2026-05-22', 'over Ascension Day; the Friday after it is a weekday for the post'],
    ['2026-12-23', '2027-01-04', 'over Christmas and New Year'],
    ['2028-02-28', '2028-03-07', 'over a leap day'],
    ['2027-03-24', '2027-04-06', 'over Easter and the change to summer time'],
  ])('of %s counts as received on %s (%s)', (decided, expected) => expect(letter(decided)).toBe(expected));

  it.each([
    ['2016-07-04', '2016-07-09'],
    ['2016-07-05', '2016-07-10'],
    ['2016-07-06', '2016-07-13'],
    ['2016-07-07', '2016-07-13'],
    ['2016-07-08', '2016-07-13'],
    ['2016-07-09', '2016-07-16'],
    ['2016-07-10', '2016-07-16'],
    ['2018-06-25', '2018-06-30'],
    ['2018-06-26', '2018-07-04'],
  ])('by the rule of its time: %s is received %s', (decided, expected) =>
    expect(letter(decided)).toBe(expected),
  );

  it.each([
    ['2026-03-02', '2026-03-09', 'Monday'],
    ['2026-03-03', '2026-03-09', 'Tuesday'],
    ['2026-03-04', '2026-03-11', 'Wednesday'],
    ['2026-03-05', '2026-03-11', 'Thursday'],
    ['2026-03-06', '2026-03-11', 'Friday'],
    ['2026-03-07', '2026-03-16', 'Saturday, as posted on Monday'],
    ['2026-03-08', '2026-03-16', 'Sunday, as posted on Monday'],
  ])('of Udbetaling Danmark, dated %s: from %s (%s)', (decided, expected) =>
    expect(letter(decided, 'udbetalingDanmark')).toBe(expected),
  );

  it('sent quickly take two days', () => {
    expect(days(asked('2025-11-20', { channel: 'quickLetter' }))).toBe('2025-11-22 2025-12-22');
  });

  it('are in doubt since another company brings them', () => {
    expect(lastDay(asked('2025-12-31', { channel: 'letter' }))).toMatchObject({
      rule: 'letter-2018',
      confidence: 'found',
    });
    expect(lastDay(asked('2026-01-01', { channel: 'letter' }))).toMatchObject({
      rule: 'letter-2026',
      confidence: 'doubtful',
    });
  });
});

describe('an authority’s own deadline', () => {
  it('to reassess a complaint and send it on counts from the day it has it', () => {
    expect(days(asked('2026-11-23', { recipient: 'authority', channel: 'letter' }))).toBe(
      '2026-11-23 2026-12-21',
    );
  });
});

describe('the period', () => {
  it.each([
    ['P1M', '2028-01-31', '2028-02-29'],
    ['P1M', '2027-01-31', '2027-03-01'],
    ['P3M', '2026-11-30', '2027-03-01'],
    ['P14D', '2026-11-23', '2026-12-07'],
    ['P1Y', '2028-02-29', '2029-02-28'],
    ['P0D', '2026-11-23', '2026-11-23'],
  ])('%s from %s ends %s', (period, decided, expected) =>
    expect(lastDay(asked(decided, { period })).lastDay).toBe(expected),
  );
});

describe('the explanation', () => {
  it('says the rule, the day it leads to and why the end moved, in both languages', () => {
    expect(
      lastDay(asked('2026-03-03', { channel: 'letter', authority: 'udbetalingDanmark' })).explanation,
    ).toEqual({
      da: 'Dato: tirsdag den 3. marts 2026. For et brev fra Udbetaling Danmark regnes fristen fra mandag i ugen efter, når det er dateret en mandag eller tirsdag, og ellers fra onsdag i ugen efter, altså mandag den 9. marts 2026. Fristen er 4 uger derfra; mandag den 6. april 2026 er 2. påskedag, så den forlænges til tirsdag den 7. april 2026.',
      en: 'Date: Tuesday 3 March 2026. For a letter from Udbetaling Danmark the deadline counts from Monday of the week after, when it is dated on a Monday or Tuesday, and otherwise from Wednesday of the week after, which is Monday 9 March 2026. The deadline is 4 weeks from then; Monday 6 April 2026 is Easter Monday, so it is extended to Tuesday 7 April 2026.',
    });
    expect(lastDay(asked('2026-11-23', { period: 'P1M2D' })).explanation.en).toMatch(
      /is 1 month and 2 days from then; Friday 25 December 2026 is Christmas Day/,
    );
  });
});

describe('the table of rules', () => {
  it('has exactly one rule for every way, day and authority from its first day on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(undefined, 'aes', 'udbetalingDanmark'),
        fc.nat(40_000),
        (channel, authority, after) => {
          const date = addPeriod('2016-07-01', `P${after}D`);
          const applying = RECEIPT_RULES.filter(
            rule =>
              rule.channels.includes(channel) &&
              rule.authority === authority &&
              rule.from <= date &&
              date <= (rule.until ?? date),
          );
          expect(applying.length).toBeLessThanOrEqual(1);
          if (authority === undefined) expect(applying).toHaveLength(1);
        },
      ),
    );
  });

  it('has a source, both languages and a name of its own for every rule', () => {
    expect(new Set(RECEIPT_RULES.map(({ id }) => id)).size).toBe(RECEIPT_RULES.length);
    for (const { source, text } of RECEIPT_RULES) {
      expect(Math.min(source.length, text.da.length, text.en.length)).toBeGreaterThan(10);
    }
  });
});

describe('always', () => {
  const question = fc.record({
    decided: fc.integer({ min: 0, max: 60_000 }).map(after => addPeriod('2016-07-01', `P${after}D`)),
    channel: fc.constantFrom(...CHANNELS),
    recipient: fc.constantFrom('citizen', 'authority'),
    authority: fc.constantFrom('aes', 'udbetalingDanmark', 'cpr'),
    period: fc.oneof(
      fc.nat(400).map(n => `P${n}D`),
      fc.nat(60).map(n => `P${n}W`),
      fc.nat(24).map(n => `P${n}M`),
    ),
  });

  it('ends on a working day, not before the period is over and not a week after', () => {
    fc.assert(
      fc.property(question, asks => {
        const { presumedReceipt, lastDay: last } = lastDay(asks);
        const expires = addPeriod(presumedReceipt, asks.period);
        expect(isWorkingDay(last)).toBe(true);
        expect(daysBetween(expires, last)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(expires, last)).toBeLessThanOrEqual(6);
        expect(daysBetween(asks.decided, presumedReceipt)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(asks.decided, presumedReceipt)).toBeLessThanOrEqual(15);
      }),
    );
  });

  it('gives a later letter no earlier end', () => {
    fc.assert(
      fc.property(question, asks => {
        // Not across a change of rule, and not by the weekday table of 2016, which does just that on a Wednesday.
        fc.pre(asks.decided > '2018-06-26');
        const later = { ...asks, decided: addPeriod(asks.decided, 'P1D') };
        expect(lastDay(later).lastDay >= lastDay(asks).lastDay).toBe(true);
      }),
    );
  });

  it('gives paper no less time than Digital Post', () => {
    fc.assert(
      fc.property(question, asks => {
        const by = (channel: 'letter' | 'digitalPost'): string =>
          lastDay({ ...asks, authority: 'cpr', channel }).lastDay;
        expect(by('letter') >= by('digitalPost')).toBe(true);
      }),
    );
  });

  it('leads Udbetaling Danmark’s letters to a Monday or a Wednesday', () => {
    fc.assert(
      fc.property(question, asks => {
        fc.pre(asks.decided >= '2018-06-26');
        const { presumedReceipt } = lastDay({
          ...asks,
          recipient: 'citizen',
          authority: 'udbetalingDanmark',
          channel: 'letter',
        });
        expect([1, 3]).toContain(weekdayOf(presumedReceipt));
      }),
    );
  });
});

describe('bad input', () => {
  it.each([
    [{ decided: '2026-02-29' }, 'no such day'],
    [{ period: '4 weeks' }, 'is not a period'],
    [{ period: 'PT4H' }, 'whole days'],
    [
      { channel: 'pigeon' as unknown as 'letter' },
      '"pigeon" is not a channel: use one of digitalPost, digital, letter, quickLetter.',
    ],
    [{ recipient: 'cat' as unknown as 'citizen' }, '"cat" is not a recipient: use citizen or authority.'],
    [
      { decided: '2016-06-30' },
      'No rule says when a digitalPost of 2016-06-30 counts as received: the table begins on 2016-07-01.',
    ],
  ])('%j is refused', (wrong, message) => {
    expect(() => lastDay(asked('2026-11-23', wrong))).toThrow(CalendarError);
    expect(() => lastDay(asked('2026-11-23', wrong))).toThrow(message);
  });
});
