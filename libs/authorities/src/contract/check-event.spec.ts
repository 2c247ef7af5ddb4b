import { readFileSync } from 'node:fs';
import { faultsOf } from '../../test/spoilt-contract.js';
import { CONTRACTS_FOLDER } from '../catalogue.js';

const FILE = 'state/cpr.yaml';
const CONTRACT = readFileSync(`${CONTRACTS_FOLDER}${FILE}`, 'utf8');
const NAMES = '{ names: name, person: child, on: born }';

it('what an event says of mandates and of names in the contract of CPR is no fault', () => {
  expect(CONTRACT).toContain(NAMES);
  expect(faultsOf(CONTRACT, FILE)).toEqual([]);
});

it.each([
  [
    'a name that the event does not hold',
    '{ names: fullName, person: child, on: born }',
    'unknown-mandate-field',
    'A mandate of custodyChanged names fullName, which the event does not hold.',
    'Name one of child, name, born, custodians, from.',
  ],
  [
    'a name that is a day',
    '{ names: born, person: child, on: born }',
    'mandate-names-another',
    'A mandate of custodyChanged takes born for the name of child, which the event does not say it is.',
    'Write x-names: child at born, or name the field that is.',
  ],
  [
    'a name of nobody',
    '{ names: name, on: born }',
    'shape',
    'must have exactly one of the allowed shapes',
    'Keep one of them.',
  ],
  [
    'a name within the rule of a mandate',
    '{ names: name, begins: parent, holder: [custodians], person: child, on: born }',
    'shape',
    'must have exactly one of the allowed shapes',
    'Keep one of them.',
  ],
])('a contract is refused with %s, and says where and what to do', (_, written, code, message, remedy) => {
  const text = CONTRACT.replace(NAMES, written);
  const line = 1 + text.split('\n').findIndex(each => each.includes(written));
  expect(faultsOf(text, FILE)).toContainEqual(
    expect.objectContaining({
      code,
      file: FILE,
      severity: 'error',
      line,
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy),
    }),
  );
});
