import { type JsonObject } from '#schema';
import { plantedContract } from '../../test/planted-contract.js';
import { expectRefused, faultsOf, SHARED, type Spoiling } from '../../test/spoilt-contract.js';
import { readContract } from './read-contract.js';

/** The first field of the first answer. */
const SCHOOL = 'school: { type: string, maxLength: 200, description: School }';

it.each<Spoiling>([
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
    'a name without its article',
    'en: the school administration',
    'en: School administration',
    'name-without-article',
    'School administration',
    'School administration has no article, and is read within a sentence.',
    'Write the School administration. Headings and lists leave the article out.',
  ],
  [
    'a name of which something is said behind it, without its article',
    'en: the school administration',
    'en: Board of Schools (Aarhus)',
    'name-without-article',
    'Board of Schools',
    'Board of Schools (Aarhus) has no article',
    'Write the Board of Schools (Aarhus).',
  ],
  [
    'a Danish name with a capital that is no proper name',
    'da: skoleforvaltningen',
    'da: Skoleforvaltningen',
    'name-with-capital',
    'Skoleforvaltningen',
    'Skoleforvaltningen is read within a sentence, where it has no capital.',
    'Write skoleforvaltningen.',
  ],
  [
    'a title that speaks of the authority by another name',
    'en: The school administration enrols the child',
    'en: The administration of schools enrols the child',
    'authority-named-otherwise',
    'The administration of schools',
    'speaks of the school administration by another name',
    'Begin it with the school administration, or with something that does not say administration.',
  ],
  [
    'a name whose article has a capital',
    'en: the school administration',
    'en: The school administration',
    'name-with-capital-article',
    'The school administration',
    'The school administration is read within a sentence, where its article has no capital.',
    'Write the school administration.',
  ],
  [
    'hours that close before they open',
    "monday: '09:00-15:00'",
    "monday: '15:00-09:00'",
    'hours-backwards',
    "'15:00",
    'On monday the telephone closes at 09:00, before it opens at 15:00.',
    'Write when it opens first',
  ],
])('a contract is refused with %s, and says where and what to do', (...spoiling) => expectRefused(spoiling));

it.each<[string, JsonObject]>([
  ['propertyNames', { type: 'object', propertyNames: { type: 'string', format: 'cpr' } }],
  ['propertyNames', { type: 'object', propertyNames: { anyOf: [{ type: 'string', format: 'cpr' }] } }],
  ['not', { not: { properties: { partner: { type: 'string', format: 'cpr' } } } }],
  ['type: string', { format: 'cpr' }],
  ['type: string', { oneOf: [{ type: ['integer', 'string'], format: 'cpr' }] }],
])('a person where nobody can be exchanged is refused: %s', (told, hidden) => {
  const { diagnostics } = readContract('state/trial.yaml', plantedContract(hidden), {
    shared: SHARED,
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
