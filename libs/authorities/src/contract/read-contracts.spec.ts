import { readFileSync } from 'node:fs';
import { Catalogue, CONTRACTS_FOLDER } from '../catalogue.js';
import { ContractError } from './contract-error.js';
import { readContracts } from './read-contracts.js';

const textOf = (file: string): string => readFileSync(`${CONTRACTS_FOLDER}${file}`, 'utf8');
const texts = (changes: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      'shared.yaml': textOf('shared.yaml'),
      'municipal/school.yaml': textOf('municipal/school.yaml'),
      'state/dar.yaml': textOf('state/dar.yaml'),
      ...changes,
    }),
  );
const read = (changes: Readonly<Record<string, string>>) => readContracts(texts(changes), { examples: true });
const broken = textOf('state/dar.yaml').replace('answers: now', 'answers: never');

test('a broken contract takes no other with it', () => {
  const { contracts, broken: told } = read({ 'state/dar.yaml': broken });
  expect(contracts.map(({ authority }) => authority.id)).toEqual(['school']);
  expect([...told]).toEqual([
    ['dar', [expect.objectContaining({ file: 'state/dar.yaml', code: 'shape', line: 32 })]],
  ]);
});

test('a contract that can be read is known in spite of its faults', () => {
  const { contracts, broken: told } = read({
    'state/dar.yaml': textOf('state/dar.yaml').replace(
      'maxLength: 200\n',
      'maxLength: 200\n            minLength: 300\n',
    ),
  });
  expect(contracts.map(({ authority }) => authority.id)).toEqual(['school', 'dar']);
  expect([...told.keys()]).toEqual(['dar']);
});

test('a contract whose id cannot be read goes by the name of its file', () => {
  const { broken: told } = read({ 'state/nem-konto.yaml': 'openapi: [' });
  expect([...told.keys()]).toEqual(['nemKonto']);
});

test('two contracts of one authority are refused', () => {
  const { broken: told } = read({ 'state/second.yaml': textOf('state/dar.yaml') });
  expect(told.get('dar')?.map(({ code, file }) => [file, code])).toContainEqual([
    'state/second.yaml',
    'repeated-authority',
  ]);
});

test.each([
  ['openapi: [', 'yaml'],
  ['openapi: 3.1.0', 'missing'],
  [textOf('shared.yaml').replace('Undone:', 'Undid:'), 'missing'],
])(
  'nothing can be said of contracts when what they share is broken, and that is told once',
  (shared, code) => {
    const { contracts, broken: told } = read({ 'shared.yaml': shared });
    expect(contracts).toEqual([]);
    expect([...new Set([...told.values()].flat())]).toEqual([
      expect.objectContaining({ file: 'shared.yaml', code }),
    ]);
  },
);

test('a process does not start with a broken contract, and says all that is wrong with any', () => {
  const start = () => Catalogue.of(texts({ 'state/dar.yaml': broken, 'state/cpr.yaml': 'openapi: 2' }));
  expect(start).toThrow(ContractError);
  expect(start).toThrow(
    /state\/dar\.yaml:32:18 error shape never is not allowed as answers of findAddress\. /,
  );
  expect(start).toThrow(/state\/cpr\.yaml:1:1 error missing/);
});
