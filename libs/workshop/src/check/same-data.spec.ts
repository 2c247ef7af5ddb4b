import { meaningOf } from './same-data.js';

test.each([
  ['maritalStatus', 'civilStatus'],
  ['income', 'yearlyIncome'],
  ['grossAnnualSalary', 'yearlyIncome'],
  ['birthday', 'born'],
  ['dateOfBirth', 'born'],
  ['bornOn', 'born'],
  ['wedding', 'marriedOn'],
  ['numberOfChildren', 'children'],
  ['homeMunicipality', 'municipalityOfHome'],
  ['ownAccount', 'account'],
  ['nemKonto', 'account'],
  ['accountNumber', 'bankAccount'],
  ['surname', 'fullName'],
  ['currentAddress', 'address'],
])('%s asks for the same as %s', (one, other) => {
  expect(meaningOf(one)).toBe(meaningOf(other));
});

test.each([
  ['child', 'children'],
  ['newAddress', 'address'],
  ['payStopsOn', 'income'],
  ['dueDate', 'born'],
  ['childrenToo', 'children'],
  ['date', 'number'],
  ['partner', 'spouse'],
])('%s asks for something else than %s', (one, other) => {
  expect(meaningOf(one)).not.toBe(meaningOf(other));
});
