import { readFileSync } from 'node:fs';
import { type JsonObject } from '#statechart';
import { plantedContract } from '../test/planted-contract.js';
import { Catalogue, CONTRACTS_FOLDER } from './catalogue.js';
import { ContractError, type ContractFault } from './contract-error.js';
import { readContract } from './read-contract.js';

const FILE = 'state/dar.yaml';
const DOCUMENT = readFileSync(`${CONTRACTS_FOLDER}${FILE}`, 'utf8');

function faultsOf(read: () => unknown): readonly ContractFault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ContractError) return error.faults;
    throw error;
  }
  return [];
}

/** The faults after one change to a sound document; the change must find its place. */
function faultsAfter(from: string | RegExp, to: string, file = FILE): readonly ContractFault[] {
  const changed = DOCUMENT.replace(from, to);
  expect(changed).not.toBe(DOCUMENT);
  return faultsOf(() => readContract(file, changed));
}

describe('a contract document', () => {
  it('is silent when it is sound', () => {
    expect(faultsOf(() => readContract(FILE, DOCUMENT))).toEqual([]);
  });

  it.each([
    ['YAML that is not well-formed', 'openapi: 3.1.0', 'openapi: [3.1.0', 'not well-formed'],
    ['another version of OpenAPI', 'openapi: 3.1.0', 'openapi: 3.0.3', 'pattern'],
    ['no authority', 'x-authority:', 'x-somebody:', "required property 'x-authority'"],
    ['an unknown tier', 'tier: state', 'tier: galactic', 'state'],
    ['a name in one language', /, en: Danish Address Register \(DAR\) \}/, ' }', "required property 'en'"],
    ['a maximum time that is none', 'maximumTime: P1D', 'maximumTime: soon', 'duration'],
    ['an unknown member of x-service', 'answers: now', 'answers: now\n        speed: high', 'speed'],
    ['an article that is none', 'gdpr: 6(1)(e)', 'gdpr: art. 6', 'pattern'],
    ['a compensation that is not there', 'effect: none', 'compensation: forget', 'forget is no operation'],
    ['neither compensation nor reason', 'effect: none', 'compensation: none', 'irreversible'],
    ['nothing on how it is undone', '        effect: none\n', '', 'say how it is undone'],
    [
      'a refusal that only ops give',
      'refusals:',
      'refusals:\n          skipped: { da: Sprunget over, en: Skipped }',
      'skipped is what ops do',
    ],
    ['an undisclosed category', 'x-category: address', 'x-category: secrets', 'x-category'],
    [
      'an open request',
      /additionalProperties: false/,
      'additionalProperties: true',
      'nothing else is disclosed',
    ],
    ['an unknown keyword', 'maxLength: 200', 'maxLenght: 200', 'maxLenght is no keyword'],
    [
      'an unknown format',
      /municipality: \{ type: string, pattern: '[^']+'/,
      'municipality: { type: string, format: municipality',
      'format municipality',
    ],
    [
      'a pattern that looks ahead',
      /municipality: \{ type: string, pattern: '[^']+'/,
      "municipality: { type: string, pattern: '^(?!0)[0-9]{4}$$'",
      'linear time',
    ],
    ['answering later without a 202', 'answers: now', 'answers: later', '202'],
    [
      'a reference that leads nowhere',
      '#/components/responses/Problem',
      '#/components/responses/Nothing',
      'not in this document',
    ],
    [
      'a reference out of the document',
      '#/components/responses/Problem',
      'other.yaml#/Problem',
      'leaves the document',
    ],
    ['an operation that stands twice', 'operationId: readDwelling', 'operationId: findAddress', 'twice'],
    [
      'holding what no service gives',
      'examplesAsOf:',
      'holds: { rent: { name: { da: husleje, en: rent }, service: readDwelling } }\n    examplesAsOf:',
      'rent is held here',
    ],
  ])('is refused with %s, saying where', (_, from, to, message) => {
    const faults = faultsAfter(from, to);
    expect(faults.map(fault => fault.message).join('\n')).toContain(message);
    for (const { file, line, place } of faults) {
      expect(file).toBe(FILE);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(place).not.toBe('');
    }
  });

  it('names the line of the fault and the way to it', () => {
    const [fault] = faultsAfter('maximumTime: P1D', 'maximumTime: soon');
    const line = DOCUMENT.split('\n').findIndex(text => text.includes('maximumTime: P1D')) + 1;
    expect(fault).toMatchObject({ line, place: 'paths./addresses.post.x-service.maximumTime' });
  });

  it('belongs in the folder of its tier, under its own name', () => {
    const messages = (file: string) =>
      faultsOf(() => readContract(file, DOCUMENT)).map(({ message }) => message);
    expect(messages('regional/dar.yaml')).toEqual(['a document of tier state belongs in the folder state']);
    expect(messages('state/dr.yaml')).toEqual(['the document of dar is called dar.yaml, not dr.yaml']);
  });
});

it('a catalogue tells the faults of all its documents at once', () => {
  const broken = DOCUMENT.replace('answers: now', 'answers: never');
  const faults = faultsOf(() =>
    Catalogue.of(
      new Map([
        [FILE, broken],
        ['state/cpr.yaml', 'openapi: 2'],
      ]),
    ),
  );
  expect(new Set(faults.map(({ file }) => file))).toEqual(new Set([FILE, 'state/cpr.yaml']));
});

it('a schema that refers to itself is refused, for it never ends', () => {
  const circular = DOCUMENT.replace(
    "default: { $ref: '#/components/responses/Problem' }",
    "default: { $ref: '#/paths/~1addresses/post' }",
  );
  expect(circular).not.toBe(DOCUMENT);
  expect(faultsOf(() => readContract(FILE, circular))[0]?.message).toContain('leads back to itself');
});

it.each<[string, JsonObject]>([
  ['propertyNames', { type: 'object', propertyNames: { type: 'string', format: 'cpr' } }],
  ['propertyNames', { type: 'object', propertyNames: { anyOf: [{ type: 'string', format: 'cpr' }] } }],
  ['not', { not: { properties: { partner: { type: 'string', format: 'cpr' } } } }],
  ['type: string', { format: 'cpr' }],
  ['type: string', { oneOf: [{ type: ['integer', 'string'], format: 'cpr' }] }],
])('a person where nobody can be exchanged is refused: %s', (told, hidden) => {
  const faults = faultsOf(() => readContract('state/trial.yaml', plantedContract(hidden)));
  expect(faults.map(({ message }) => message)).toContainEqual(expect.stringContaining(told));
  expect(faults[0]?.place).toContain('schema.properties.hidden');
});
