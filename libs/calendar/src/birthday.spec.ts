import { birthday } from './birthday.js';

test('an age is reached on the day of birth, and on 1 March by whoever was born on 29 February', () => {
  expect(birthday('2008-02-29', 18)).toBe('2026-03-01');
  expect(birthday('2008-02-29', 16)).toBe('2024-02-29');
  expect(birthday('2008-02-28', 18)).toBe('2026-02-28');
  expect(birthday('2006-03-01', 18)).toBe('2024-03-01');
});
