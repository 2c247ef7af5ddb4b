import { findPath } from './find-path.js';

const paths = ['underWay', ...Array.from({ length: 114 }, (_, n) => `underWay.step${n}x.waiting${n}`)];

test('a path is found by its whole or its end', () => {
  expect(findPath('underWay', paths, 'state')).toBe('underWay');
  expect(findPath('waiting7', paths, 'state')).toBe('underWay.step7x.waiting7');
});

test('one that is not there is told with the nearest, and never with all', () => {
  expect(() => findPath('undrWay', paths, 'state')).toThrow(
    'There is no state undrWay. Did you mean underWay?',
  );
  expect(() => findPath('nowhere', paths, 'state')).toThrow(
    'There is no state nowhere. Use one that the journey has.',
  );
});
