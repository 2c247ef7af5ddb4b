import { readFileSync } from 'node:fs';
import { type Diagnostic } from '#journey';
import { type JsonObject } from '#schema';
import { parse } from 'yaml';
import { plantedContract } from '../../test/planted-contract.js';
import { CONTRACTS_FOLDER } from '../catalogue.js';
import { readContract } from './read-contract.js';

const FILE = 'municipal/school.yaml';
const DOCUMENT = readFileSync(`${CONTRACTS_FOLDER}${FILE}`, 'utf8');
const shared = parse(readFileSync(`${CONTRACTS_FOLDER}shared.yaml`, 'utf8')) as JsonObject;

function faultsOf(text: string, file = FILE): readonly Diagnostic[] {
  return readContract(file, text, { shared, examples: true }).diagnostics;
}

/** The faults after one change to a sound contract; the change must find its place. */
function faultsAfter(from: string, to: string): readonly Diagnostic[] {
  const changed = DOCUMENT.replace(from, () => to);
  expect(changed).not.toBe(DOCUMENT);
  return faultsOf(changed);
}

/** What stands in the text where a diagnostic points. */
function pointedAt(text: string, { line, column }: Diagnostic): string {
  return text.split('\n')[line - 1]?.slice(column - 1) ?? '';
}

const SUMMARY = '      summary: Enrol a child at a school\n';
const ENROL_TELLS = (tells: string): [string, string] => [SUMMARY, `${SUMMARY}      x-tells: ${tells}\n`];
const HOURS = (hours: string): [string, string] => [
  '    examplesAsOf',
  `    hours: ${hours}\n    examplesAsOf`,
];
/** The first field of the first answer. */
const SCHOOL = 'school: { type: string, maxLength: 200, description: School }';

describe('a contract', () => {
  it('is silent when it is sound', () => {
    expect(faultsOf(DOCUMENT)).toEqual([]);
  });

  it.each<[string, string, string, code: string, at: string, message: string, remedy: string]>([
    [
      'YAML that is not well-formed',
      'openapi: 3.1.0',
      'openapi: [3.1.0',
      'yaml',
      '',
      'not well-formed YAML',
      'Mend the YAML',
    ],
    [
      'another version of OpenAPI',
      'openapi: 3.1.0',
      'openapi: 3.0.3',
      'shape',
      '3.0.3',
      '3.0.3 is not a version of OpenAPI',
      'Write a version of OpenAPI such as 3.1.0.',
    ],
    [
      'no authority',
      'x-authority:',
      'x-somebody:',
      'missing',
      '',
      'info of school has no x-authority.',
      'Add x-authority: Who the authority is.',
    ],
    [
      'an unknown tier',
      'tier: municipal',
      'tier: muncipal',
      'shape',
      'muncipal',
      'muncipal is not allowed as tier of school.',
      'Did you mean municipal?',
    ],
    [
      'a name in one language',
      '{ da: Skoleforvaltningen, en: School administration }',
      '{ da: Skoleforvaltningen }',
      'missing',
      '{ da',
      'name of school has no en.',
      'Add en.',
    ],
    [
      'a day of examples that is none',
      'examplesAsOf: 2025-03-03',
      'examplesAsOf: 2025-02-30',
      'shape',
      '2025-02-30',
      '2025-02-30 is not a day',
      'Write a day such as',
    ],
    [
      'a maximum time that is no period',
      'maximumTime: P14D',
      'maximumTime: 14D',
      'shape',
      '14D',
      '14D is not a period',
      'Write a period such as P14D',
    ],
    [
      'a maximum time of nothing',
      'maximumTime: P14D',
      'maximumTime: P0D',
      'shape',
      'P0D',
      'P0D is not a period',
      'Write a period such as P14D',
    ],
    [
      'an unknown key of an extension',
      'answers: later',
      'answers: later\n        maximumtime: P1D',
      'unknown-key',
      'maximumtime',
      'x-service of enrol knows no key maximumtime.',
      'Did you mean maximumTime?',
    ],
    [
      'an unknown extension',
      'x-answer:',
      'x-anwser:',
      'unknown-key',
      'x-anwser',
      'enrol knows no key x-anwser.',
      'Did you mean x-answer?',
    ],
    [
      'an unknown keyword of a field',
      'maxLength: 64',
      'maxLenght: 64',
      'unknown-key',
      'maxLenght',
      'address of enrol knows no key maxLenght.',
      'Did you mean maxLength?',
    ],
    [
      'an unknown format',
      'format: cpr',
      'format: cpr-number',
      'shape',
      'cpr-number',
      'cpr-number is not allowed as format of enrol.',
      'cpr',
    ],
    [
      'no ground',
      'ground: { da: Folkeskoleloven § 36',
      'gronud: { da: Folkeskoleloven § 36',
      'missing',
      '',
      'x-service of enrol has no ground.',
      'Add ground: The legal ground',
    ],
    [
      'an article of the GDPR that is none',
      'gdpr: 6(1)(e)',
      'gdpr: art. 6',
      'shape',
      'art. 6',
      'art. 6 is not an article of the GDPR',
      'such as 6(1)(e)',
    ],
    [
      'a compensation that names no service',
      'compensation:\n          operationId: readmitPupil\n          summary: Readmit a pupil\n          name:\n            da: Skoleforvaltningen genindskriver barnet\n            en: The school administration readmits the child',
      'compensation: readmitPupli',
      'unknown-compensation',
      'readmitPupli',
      'No service of this contract is called readmitPupli.',
      'Write the compensation out here',
    ],
    [
      'a compensation that undoes nothing of the kind',
      'compensation: none',
      'compensation: enrol',
      'unknown-compensation',
      'enrol',
      'enrol does not say that it undoes informOfFamilyChange.',
      'Write undoes: informOfFamilyChange there',
    ],
    [
      'a compensation without words',
      '          summary: Cancel an enrolment\n',
      '',
      'missing',
      '',
      'compensation of enrol has no summary.',
      'Add summary.',
    ],
    [
      'no reason why it cannot be undone',
      'irreversible: {',
      'refusals: {} #',
      'irreversible-without-reason',
      'none',
      'informOfFamilyChange cannot be undone, but the citizen is not told why.',
      'Add irreversible',
    ],
    [
      'nothing on how it is undone',
      'compensation: none',
      'refusals: {}',
      'undoing-not-said',
      '',
      'does not say how informOfFamilyChange is undone.',
      'Add compensation',
    ],
    [
      'a compensation of what only reads',
      'compensation: none',
      'effect: none',
      'undoing-of-nothing',
      'none',
      'informOfFamilyChange only reads',
      'Take out compensation and irreversible',
    ],
    [
      'a refusal that only operations give',
      'schoolFull:',
      'skipped:',
      'reserved-refusal',
      'skipped',
      'enrol refuses with skipped',
      'Give the refusal another code.',
    ],
    [
      'a field without a category',
      'x-category: identity, ',
      '',
      'category-missing',
      'child',
      'child is sent to the authority',
      'Add x-category, one of identity, address',
    ],
    [
      'an unknown category',
      'x-category: identity',
      'x-category: indentity',
      'shape',
      'indentity',
      'indentity is not allowed as x-category of enrol.',
      'Did you mean identity?',
    ],
    [
      'a pattern that looks ahead',
      SCHOOL,
      "school: { type: string, pattern: '^(?!0)[0-9]{4}$' }",
      'pattern',
      "'^(?!0)",
      'linear time',
      'Write it plainly.',
    ],
    [
      'a value that stands twice',
      'enum: [divorce, bereavement]',
      'enum: [divorce, bereavement, divorce]',
      'repeated-value',
      'divorce]',
      'divorce stands twice among the values of change of informOfFamilyChange.',
      'Keep one of them.',
    ],
    [
      'bounds that nothing fits',
      SCHOOL,
      'school: { type: string, minLength: 9, maxLength: 2 }',
      'nothing-fits',
      '2 }',
      'Nothing fits school of enrol: its maxLength 2 is below its minLength 9.',
      'Correct one of the two.',
    ],
    [
      'a required field that is none',
      'required: [child, guardian, address, from]',
      'required: [child, guardian, adress, from]',
      'nothing-fits',
      'adress',
      'must have adress, which is none of its fields.',
      'Add adress to properties',
    ],
    [
      'a reference that leads nowhere',
      SCHOOL,
      "school: { $ref: '../shared.yaml#/components/schemas/School' }",
      'unknown-reference',
      '{ $ref',
      '../shared.yaml#/components/schemas/School is not in ../shared.yaml.',
      'Add it there',
    ],
    [
      'a reference out of the folder',
      SCHOOL,
      "school: { $ref: 'other.yaml#/School' }",
      'unknown-reference',
      '{ $ref',
      'other.yaml#/School leaves the file.',
      'Refer to this file',
    ],
    [
      'a reference that leads back to itself',
      SCHOOL,
      "school: { $ref: '#/paths/~1enrolments/post/x-answer' }",
      'unknown-reference',
      '{ $ref',
      'leads back to itself.',
      'Write it out in full.',
    ],
    [
      'two services of one name',
      'operationId: withdrawPupil',
      'operationId: enrol',
      'repeated-operation',
      'enrol',
      'Two services are called enrol.',
      'Give one of them another name.',
    ],
    [
      'two services at one path',
      '          operationId: cancelEnrolment\n',
      '          operationId: cancelEnrolment\n          path: /enrolments\n',
      'repeated-path',
      '/enrolments',
      'Another service than cancelEnrolment is asked at /enrolments already.',
      'Give it a path of its own.',
    ],
    [
      'holding what no service gives',
      '    examplesAsOf',
      '    holds: { grade: { name: { da: klasse, en: grade }, service: withdrawPupil } }\n    examplesAsOf',
      'held-but-not-given',
      'grade',
      'grade is held here, but withdrawPupil is no service whose answer has a field of that name.',
      'Name the service that gives it',
    ],
    [
      'an example of the wrong kind',
      'from: 2025-03-17\n',
      'from: yesterday\n',
      'example-does-not-fit',
      'yesterday',
      'The example of the request of enrol does not fit its schema: yesterday is not a day',
      'Write a day such as 2025-03-03.',
    ],
    [
      'an example that lacks a field',
      'example: { school: Risskov Skole, grade: 0, from',
      'example: { school: Risskov Skole, from',
      'example-does-not-fit',
      '{ school',
      'The example of the answer of enrol does not fit its schema: it has no grade.',
      'Add grade: Grade.',
    ],
    [
      'an example with a field too many',
      'example: { endedOn: 2025-03-14 }',
      'example: { endedOn: 2025-03-14, endOn: 2025-03-14 }',
      'example-does-not-fit',
      'endOn',
      'it knows no key endOn.',
      'Did you mean endedOn?',
    ],
    [
      'an answer that tells of a field it lacks',
      ...ENROL_TELLS('[{ is: appointment, day: form }]'),
      'telling-unknown-field',
      'form',
      'The answer of enrol has no field form.',
      'Did you mean from?',
    ],
    [
      'an answer that tells a number as a day',
      ...ENROL_TELLS('[{ is: appointment, day: grade }]'),
      'telling-wrong-type',
      'grade',
      'grade cannot be the day of enrol, for it is not a day',
      'Name a field that is a day',
    ],
    [
      'an answer that tells a text as an amount',
      ...ENROL_TELLS('[{ is: payment, amount: school }]'),
      'telling-wrong-type',
      'school',
      'school cannot be the amount of enrol, for it is not a number.',
      'Name a field that is a number.',
    ],
    [
      'a period that ends in a text',
      ...ENROL_TELLS('[{ is: decision, period: { until: school } }]'),
      'telling-wrong-type',
      'school',
      'school cannot be the until of enrol',
      'Name a field that is a day',
    ],
    [
      'a benefit of no amount',
      ...ENROL_TELLS('[{ is: benefit, every: month }]'),
      'telling-without-amount',
      'month',
      'The benefit of enrol is paid every month, but not said is how much.',
      'Add amount',
    ],
    [
      'an unknown word for what an answer is',
      ...ENROL_TELLS('[{ is: decison }]'),
      'shape',
      'decison',
      'decison is not allowed as is of enrol.',
      'Did you mean decision?',
    ],
    [
      'a telling that its kind does not know',
      ...ENROL_TELLS('[{ is: appointment, amount: grade }]'),
      'telling-out-of-place',
      'amount',
      'The appointment of enrol has no amount.',
      'Say day, place, reference of it',
    ],
    [
      'hours that close before they open',
      ...HOURS('{ monday: 15:00-09:00 }'),
      'hours-backwards',
      '15:00',
      'On monday the telephone closes at 09:00, before it opens at 15:00.',
      'Write when it opens first',
    ],
    [
      'hours that are none',
      ...HOURS('{ monday: 9-15 }'),
      'shape',
      '9-15',
      '9-15 is not opening hours',
      'such as 09:00-15:00',
    ],
    [
      'a telephone number that is none',
      '    examplesAsOf',
      '    contact: { phone: call us }\n    examplesAsOf',
      'shape',
      'call us',
      'call us is not a telephone number',
      'such as +45 12 34 56 78',
    ],
  ])('is refused with %s, and says where and what to do', (_, from, to, code, at, message, remedy) => {
    const changed = DOCUMENT.replace(from, () => to);
    const found = faultsAfter(from, to).find(fault => fault.code === code);
    expect(found).toMatchObject({
      file: FILE,
      severity: 'error',
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy),
    });
    expect(pointedAt(changed, found!).startsWith(at)).toBe(true);
  });

  it('belongs in the folder of its tier, under its own name', () => {
    const messages = (file: string) => faultsOf(DOCUMENT, file).map(({ message }) => message);
    expect(messages('regional/school.yaml')).toEqual([
      'A contract of tier municipal belongs in the folder municipal, not regional.',
    ]);
    expect(messages('municipal/schools.yaml')).toEqual([
      'The contract of school is called school.yaml, not schools.yaml.',
    ]);
  });
});

it.each<[string, JsonObject]>([
  ['propertyNames', { type: 'object', propertyNames: { type: 'string', format: 'cpr' } }],
  ['propertyNames', { type: 'object', propertyNames: { anyOf: [{ type: 'string', format: 'cpr' }] } }],
  ['not', { not: { properties: { partner: { type: 'string', format: 'cpr' } } } }],
  ['type: string', { format: 'cpr' }],
  ['type: string', { oneOf: [{ type: ['integer', 'string'], format: 'cpr' }] }],
])('a person where nobody can be exchanged is refused: %s', (told, hidden) => {
  const { diagnostics } = readContract('state/trial.yaml', plantedContract(hidden), {
    shared,
    examples: false,
  });
  const hiding = diagnostics.filter(({ code }) => code === 'hidden-person');
  expect(hiding.map(({ message, remedy }) => `${message} ${remedy}`)).toContainEqual(
    expect.stringContaining(told),
  );
});

describe('a contract written out in full', () => {
  const planted = plantedContract({ type: 'string', format: 'cpr' });
  const trialFaults = (text: string) => faultsOf(text, 'state/trial.yaml');

  it('is as good as a short one', () => {
    expect(trialFaults(planted)).toEqual([]);
  });

  it.each([
    ['a request of anything', '"additionalProperties":false', '"additionalProperties":true', 'open-request'],
    ['accepting what is answered now', '"default":', '"202":{},"default":', 'accepts-but-answers-now'],
    [
      'an event that goes by two names',
      '"x-event":',
      '"operationId":"tolled","x-event":',
      'event-of-two-names',
    ],
    ['an event that nobody hears', '"x-correlates":true', '"description":"x"', 'unheard-event'],
    ['undoing what is not there', '"effect":"none"', '"undoes":"tell"', 'unknown-undone'],
    ['undoing without being told what', '"effect":"none"', '"undoes":"tell"', 'undoing-without-key'],
    ['no request', '"requestBody":', '"x-asks":', 'missing'],
  ])('is refused with %s', (_, from, to, code) => {
    const changed = planted.replace(from, to);
    expect(changed).not.toBe(planted);
    expect(trialFaults(changed).map(fault => fault.code)).toContain(code);
  });
});
