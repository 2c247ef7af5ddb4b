import { keysOf, pointerTo } from './pointer.js';
import { resolve } from './resolve.js';

const root = {
  $defs: { 'a/b': { title: 'slash' }, 'm~n': { title: 'tilde' }, æ: { title: 'letter' } },
  items: [1],
};

it.each<[string, unknown]>([
  ['#', root],
  ['#/$defs/a~1b/title', 'slash'],
  ['#/$defs/m~0n', { title: 'tilde' }],
  ['#/%24defs/%C3%A6/title', 'letter'],
  ['#/items/0', 1],
  ['#/$defs/nowhere', undefined],
  ['#/constructor', undefined],
  ['#/%zz', undefined],
  ['#anchor', undefined],
  ['https://example.dk/schema#/items', undefined],
])('resolve %s', (reference, expected) => {
  expect(resolve(root, reference)).toEqual(expected);
});

it('a pointer keeps every name apart', () => {
  const path = ['a/b', '~1', '', 'c~'];
  expect(pointerTo(path)).toBe('/a~1b/~01//c~0');
  expect(keysOf(pointerTo(path))).toEqual(path);
  expect(pointerTo([])).toBe('');
  expect(keysOf('')).toEqual([]);
});
