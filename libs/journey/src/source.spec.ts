import { readSource } from './source.js';

const text = `# a comment
id: moving
list: [a, { b: '= x + y' }]
states:
  first:
    on: { submit: second }
  "two words": >
    folded
effective: 2025-01-01
`;

describe('a source', () => {
  const source = readSource('x.yaml', text);

  it('gives the value as JSON, in which dates are text', () => {
    expect(source.diagnostics).toEqual([]);
    expect(source.value).toMatchObject({
      id: 'moving',
      effective: '2025-01-01',
      list: ['a', { b: '= x + y' }],
    });
  });

  it.each<[(string | number)[], { key?: boolean }, number, number]>([
    [['id'], {}, 2, 5],
    [['id'], { key: true }, 2, 1],
    [['list', 1, 'b'], {}, 3, 16],
    [['states', 'first', 'on', 'submit'], {}, 6, 19],
    [['states', 'first', 'on', 'submit'], { key: true }, 6, 11],
    [['states', 'two words'], { key: true }, 7, 3],
    [['states', 'first', 'off', 'nowhere'], {}, 6, 5],
    [['nowhere'], {}, 2, 1],
    [[], {}, 2, 1],
  ])('finds %j %j', (path, of, line, column) => {
    expect(source.positionOf(path, of)).toEqual({ line, column });
  });

  it('finds a place inside a text, past its quote', () => {
    expect(source.positionInside(['list', 1, 'b'], 6)).toEqual({ line: 3, column: 23 });
    expect(text.split('\n')[2]?.slice(22)).toBe("y' }]");
  });

  it.each([
    ['a: [', 'not well-formed'],
    ['a: 1\na: 2', 'unique'],
    ['a: *nowhere', 'aliases'],
    [`a: &a [x, x]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]`, 'aliases'],
    ['['.repeat(100_000), 'nested too deeply'],
    ['- '.repeat(100_000), 'nested too deeply'],
    [`${' '.repeat(201)}a: 1`, 'nested too deeply'],
    ['x'.repeat(2_000_001), 'longer'],
  ])('says what is wrong with %.20s', (broken, words) => {
    const { diagnostics } = readSource('x.yaml', broken);
    expect(diagnostics[0]).toMatchObject({ code: 'yaml', file: 'x.yaml' });
    expect(diagnostics.map(({ message }) => message).join()).toContain(words);
  });

  it.each([
    ['a: 1\nb:\n  - *nowhere', 3, 5, 'Write it out plainly.'],
    [
      `a: &a [x]\n${Array.from({ length: 60 }, (_, n) => `b${n}: *a`).join('\n')}`,
      52,
      6,
      'Write it out plainly.',
    ],
    [`a: 1\nb: ${'['.repeat(100)}`, 2, 68, 'Write it out plainly.'],
    [`a: 1\n${' '.repeat(201)}b: 1`, 2, 202, 'Write it out plainly.'],
    ['a: 1\n---\nb: 2', 2, 1, 'Take out the line ---.'],
    ['a:\n\tb: 1', 2, 1, 'Indent with spaces.'],
    ['a: 1\nb: First: then', 2, 4, "Put a text that has a colon in quotes: 'First: then'."],
    ['a: `x`', 1, 4, 'Put the text in quotes.'],
    ["a: 'it's'", 1, 8, "Take it out, or join the two; a quote within quotes is written twice: 'it''s'."],
    ['a:\n  b: 1\n c: 2', 3, 1, 'Begin it where they begin, with spaces.'],
    ['a: { b: 1\nc: 2', 2, 1, 'Close it with } or ] before this line.'],
    ['a: 1\nb\nc: 2', 2, 1, 'Write name: and then what it has, or close the quote that is open before it.'],
  ])('tells where it cannot be read, and what to do: %j', (unreadable, line, column, remedy) => {
    expect(readSource('x.yaml', unreadable).diagnostics[0]).toMatchObject({ line, column, remedy });
  });

  it('tells of a wrong indent alone, and not of what the parser makes of the rest', () => {
    for (const wrong of ['a:\n\tb: 1\n c: 2\nd: 3', 'a:\n  b: 1\n c: 2\n d: 3\ne: 4']) {
      expect(readSource('x.yaml', wrong).diagnostics).toHaveLength(1);
    }
  });

  it('tells of each key that stands twice, at the second', () => {
    const { diagnostics, value } = readSource('x.yaml', 'a: 1\nb: { c: 1, d: 2, c: 3, "c": 4 }\na: 2');
    expect(value).toEqual({ a: 2, b: { c: 4, d: 2 } });
    expect(diagnostics.map(({ line, column, code }) => [code, line, column])).toEqual([
      ['yaml', 3, 1],
      ['yaml', 2, 18],
      ['yaml', 2, 24],
    ]);
  });

  it('looks at each key once, however many there are', () => {
    const keys = Array.from({ length: 110_000 }, (_, index) => `k${index}:`);
    const { diagnostics, positionOf } = readSource('x.yaml', [...keys, 'k0:'].join('\n'));
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'yaml', line: 110_001, column: 1 })]);
    for (const line of [1, 55_000, 110_000]) {
      expect(positionOf([`k${line - 1}`], { key: true })).toEqual({ line, column: 1 });
    }
  });
});
