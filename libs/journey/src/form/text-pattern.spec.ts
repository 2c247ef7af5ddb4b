import { PatternError, linearPattern } from './linear-pattern.js';
import { textPattern } from './text-pattern.js';

describe('a pattern', () => {
  it.each<[string, string[], string[]]>([
    ['^[A-ZÆØÅ0-9]{2,7}$', ['ÆØ12345'], ['æø', 'A', 'AB\n']],
    ['^[0-9]{4} ?[0-9]{6,10}$', ['1234 123456'], ['1234']],
    ['b', ['abc'], ['ac']],
    ['^.$', ['😀'], ['😀😀']],
    ['^\\u{1F600}\\u00e6$', ['😀æ'], ['æ']],
    ['^(?<word>\\p{L}+)$', ['Ærø'], ['A1']],
  ])('%s means what ECMAScript says', (pattern, fitting, others) => {
    const native = new RegExp(pattern, 'u');
    for (const text of [...fitting, ...others]) {
      expect(linearPattern(pattern).test(text)).toBe(native.test(text));
    }
    expect(fitting.every(text => native.test(text))).toBe(true);
  });

  it('is not what only RE2 knows', () => {
    for (const pattern of ['(?i)a', '\\Aa', '{', 'a++', '(', '[[:alpha:]']) {
      expect(() => linearPattern(pattern)).toThrow(PatternError);
    }
  });

  it('is refused when no automaton can do it', () => {
    for (const pattern of ['(?=a)a', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', 'a{1,2000}', '(a{500}){500}']) {
      expect(() => linearPattern(pattern)).toThrow(PatternError);
    }
    expect(() => linearPattern('\\\\k<n>')).not.toThrow();
    expect(() => linearPattern('.{1000}.{1000}')).toThrow(/steps/);
    expect(() => linearPattern('.'.repeat(500_000))).toThrow(/steps/);
  });

  it('of a version that runs already has a time limit instead, and what it cannot decide does not fit', () => {
    expect(textPattern('^(?!0)[0-9]+$').test('17')).toBe(true);
    expect(textPattern('^(?!0)[0-9]+$').test('07')).toBe(false);
    // With backtracking alone: until the sun has gone out.
    expect(textPattern('^(?!b)(a+)+$').test(`${'a'.repeat(200)}!`)).toBe(false);
  });
});
