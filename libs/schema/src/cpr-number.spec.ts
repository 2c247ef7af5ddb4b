import { cprNumber } from './cpr-number.js';

describe('cprNumber', () => {
  it.each([
    ['0101901234', '0101901234'],
    ['010190-1234', '0101901234'],
    [' 3112991234 ', '3112991234'],
    ['6101901234', '6101901234'],
  ])('reads %p', (text, expected) => {
    expect(cprNumber(text)).toBe(expected);
  });

  it.each([
    '',
    '010190123',
    '01019012345',
    '3213901234',
    '0013901234',
    '0100901234',
    '010190 1234',
    'O101901234',
    '0101901234x',
  ])('takes %p for no CPR number', text => {
    expect(cprNumber(text)).toBeUndefined();
  });
});
