import { canonicalJson } from './canonical-json.js';

it('sorts members at every depth, and keeps lists as they are', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: true, 10: 0, 9: 1e21 })).toBe(
    '{"10":0,"9":1e+21,"a":true,"b":[{"c":null,"d":1},"x"]}',
  );
});

it('a member that is undefined is not there', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
});
