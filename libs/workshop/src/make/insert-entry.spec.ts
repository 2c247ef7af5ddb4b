import { parse } from 'yaml';
import { insertEntry } from './insert-entry.js';

test.each([
  ['in an empty file', '', ['a'], 1, 'a: 1\n'],
  ['after a comment that is all there is', '# head\n', ['a', 'b'], 1, '# head\na:\n  b: 1\n'],
  [
    'last in its mapping',
    'a:\n  b: 1 # why\n\nc: 2\n',
    ['a', 'd'],
    'x',
    'a:\n  b: 1 # why\n  d: x\n\nc: 2\n',
  ],
  ['in a flow mapping', 'a: { b: 1 }\n', ['a', 'd'], { e: 2 }, 'a: { b: 1, d: { e: 2 } }\n'],
  ['in an empty flow mapping', 'a: {} # none\n', ['a', 'd'], 2, 'a: { d: 2 } # none\n'],
  ['in place of nothing', 'a:\nc: 2\n', ['a', 'd'], 2, 'a:\n  d: 2\nc: 2\n'],
  ['in place of an empty text', "a: { b: '' }\n", ['a', 'b'], 'x', 'a: { b: x }\n'],
  [
    'after a text of several lines',
    'a:\n  b: |\n    one\n    two\n',
    ['a', 'd'],
    2,
    'a:\n  b: |\n    one\n    two\n  d: 2\n',
  ],
  [
    'beside a short label',
    'a:\n  f: Name\n',
    ['a', 'f', 'options', 'x'],
    'X',
    'a:\n  f:\n    label: Name\n    options:\n      x: X\n',
  ],
  ['under a key with dots', 's:\n  a.b: x\n', ['s', 'a.c'], 'TODO: y', "s:\n  a.b: x\n  a.c: 'TODO: y'\n"],
  [
    'in a flow mapping of several lines',
    'a:\n  {\n    b: 1,\n  }\n',
    ['a', 'd'],
    2,
    'a:\n  {\n    b: 1, d: 2,\n  }\n',
  ],
])('%s', (_, text, path, value, expected) => {
  const written = insertEntry(text, path, value);
  expect(written).toBe(expected);
  expect(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], parse(written))).toEqual(
    value,
  );
});
