import { patternLengths } from './pattern-lengths.js';

test.each([
  ['^\\d{4}$', 4, 4],
  ['^[0-9]{4} ?[0-9]{6,10}$', 10, 15],
  ['^[A-ZÆØÅ0-9]{2,7}$', 2, 7],
  ['^(?:a|bcd)+$', 1, Infinity],
  ['^(?<year>\\d{4})-(0[1-9]|1[0-2])$', 7, 7],
  ['^[^\\]]?\\$$', 1, 2],
  ['abc', 3, Infinity],
  ['^a|b$', 1, Infinity],
  ['^(a)|b$', 1, Infinity],
  ['^a\\$', 2, Infinity],
  ['^()*$', 0, 0],
])('%s matches texts of %d to %d characters', (pattern, least, most) => {
  expect(patternLengths(pattern)).toEqual({ least, most });
});

test.each(['^(?=a)b$', '^(a)\\1$', 'a)'])('nothing is said of %s', pattern => {
  expect(patternLengths(pattern)).toBeUndefined();
});
