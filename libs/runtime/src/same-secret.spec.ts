import { sameSecret } from './same-secret.js';

it.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['', 'abc', false],
  ['æ', 'æ', true],
])('compares %j with %j', (given, expected, same) => {
  expect(sameSecret(given, expected)).toBe(same);
});
