import { channelAddress, shownAddress } from './channel-address.js';

it.each([
  ['sms', '12 34 56 78', '+4512345678'],
  ['sms', '+45 12345678', '+4512345678'],
  ['sms', '0046 70 123 45 67', '+46701234567'],
  ['sms', '1234', undefined],
  ['sms', 'anna@example.dk', undefined],
  ['email', ' anna@example.dk ', 'anna@example.dk'],
  ['email', 'anna@example', undefined],
  ['email', 'anna @example.dk', undefined],
] as const)('%s %s is %s', (way, typed, address) => {
  expect(channelAddress(way, typed)).toBe(address);
});

it('shows as much of it as its owner knows it by', () => {
  expect(shownAddress('sms', '+4512345678')).toBe('+45 •• •• •• 78');
  expect(shownAddress('email', 'anna@example.dk')).toBe('a•••@example.dk');
});
