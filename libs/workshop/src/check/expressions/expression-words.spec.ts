import { functionWords } from './function-words.js';
import { syntaxWords } from './syntax-words.js';

test.each([
  ['a and b', "Unexpected character: 'd'", 2, 'An expression does not say and.', 'Write && for and.'],
  ['a or b', "Unexpected character: 'r'", 2, 'An expression does not say or.', 'Write || for or.'],
  ['not a', "Unexpected character: 'a'", 4, 'An expression does not say not.', 'Write ! for not.'],
  ['a = b', 'Unexpected character: =', 2, 'An expression does not say =.', 'Write == for =.'],
  [
    '(a > b',
    'Expected RPAREN, got EOF',
    6,
    'At the end ) is missing.',
    'Add ), or take out what asks for it.',
  ],
  [
    'a..b',
    'Expected IDENTIFIER, got DOT',
    2,
    'Here a name is missing.',
    'Add a name, or take out what asks for it.',
  ],
  [
    'a > ',
    'Unexpected token: EOF',
    4,
    'The expression ends too early.',
    'Write what is to follow its last sign.',
  ],
  ["'abc", 'Unterminated string', 0, 'A text begins here and does not end.', 'Close it with the same quote.'],
])('%s: %s, in words', (expression, summary, start, message, remedy) => {
  expect(syntaxWords(expression, summary, start)).toEqual({ message, remedy });
});

test('what has no words of its own is pointed at', () => {
  expect(syntaxWords('1 +* 2', 'Unexpected token: MULTIPLY', 3).message).toBe('* does not belong here.');
});

test('an unknown function is told with the nearest ones', () => {
  const words = functionWords("Found no matching overload for 'daysUntil(date)'");
  expect(words?.message).toBe('There is no function daysUntil.');
  expect(words?.remedy).toMatch(/^The nearest are daysBetween\(date, date\): int, /);
  expect(functionWords("found no matching overload for 'string.startWith(string)'")?.remedy).toMatch(
    /^The nearest are string\.startsWith\(string\): bool, /,
  );
});

test('a function that is given something else says what it asks for', () => {
  expect(functionWords("found no matching overload for 'daysBetween(date, int)'")).toEqual({
    message: 'daysBetween cannot be asked as daysBetween(date, int).',
    remedy: 'Write daysBetween(date, date): int.',
  });
});

test('other faults of type keep their own words', () => {
  expect(functionWords('no such overload: date + int')).toBeUndefined();
});
