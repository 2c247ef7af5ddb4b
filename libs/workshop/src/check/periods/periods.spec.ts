import { isNoTime, mayBeShorter } from './compare-periods.js';

test.each([
  ['P1M', 'P30D'],
  ['P30D', 'P1M'],
  ['P6D', 'P1W'],
  ['P1Y', 'P366D'],
  ['PT23H', 'P1D'],
  ['P100Y', 'P9000Y'],
])('%s may be shorter than %s', (one, other) => expect(mayBeShorter(one, other)).toBe(true));

test.each([
  ['P1M', 'P1M'],
  ['P1M', 'P4W'],
  ['P7D', 'P1W'],
  ['P31D', 'P1M'],
  ['P12M', 'P1Y'],
  ['P9000Y', 'P100Y'],
])('%s is never shorter than %s', (one, other) => expect(mayBeShorter(one, other)).toBe(false));

test.each([
  ['PT0S', true],
  ['P0D', true],
  ['PT1S', false],
  ['P1D', false],
])('%s is no time: %s', (period, expected) => expect(isNoTime(period)).toBe(expected));
