import { nameAlone, nameFirst } from './name-case.js';

it.each([
  ['the Danish Tax Agency', 'Danish Tax Agency', 'The Danish Tax Agency'],
  ['the court', 'Court', 'The court'],
  ['Udbetaling Danmark', 'Udbetaling Danmark', 'Udbetaling Danmark'],
  ['Thisted Municipality', 'Thisted Municipality', 'Thisted Municipality'],
  ['kommunen (borgerservice)', 'Kommunen (borgerservice)', 'Kommunen (borgerservice)'],
  ['a-kassen', 'A-kassen', 'A-kassen'],
])('%s is %s by itself, and %s where it begins a sentence', (name, alone, first) => {
  expect([nameAlone(name), nameFirst(name)]).toEqual([alone, first]);
});
