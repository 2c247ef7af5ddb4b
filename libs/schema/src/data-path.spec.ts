import { valueAt, withValues } from './data-path.js';

describe('withValues', () => {
  it('changes the places and leaves the original alone', () => {
    const data = { a: [{ b: 1 }], c: 2 };
    expect(withValues(data, [{ path: ['a', 0, 'b'], value: 3 }])).toEqual({ a: [{ b: 3 }], c: 2 });
    expect(data).toEqual({ a: [{ b: 1 }], c: 2 });
    expect(withValues('x', [{ path: [], value: 'y' }])).toBe('y');
  });

  it('changes several places at once, and adds none', () => {
    const values = [
      { path: ['a', 1], value: 'x' },
      { path: ['a', 0], value: 'y' },
      { path: ['b', 'c'], value: 'z' },
    ];
    expect(withValues({ a: [1, 2, 3] }, values)).toEqual({ a: ['y', 'x', 3] });
  });
});

it('valueAt finds members and items, and nothing of JavaScript itself', () => {
  expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  expect(valueAt({ a: [{ b: 1 }] }, ['a', '0', 'b'])).toBe(1);
  expect(valueAt({ a: 'text' }, ['a', 'length'])).toBeUndefined();
  expect(valueAt({}, ['constructor'])).toBeUndefined();
});
