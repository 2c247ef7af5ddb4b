import { expectRefused, FILE, faultsOf, spoilt, type Spoiling } from '../../test/spoilt-contract.js';

/** The first field of an answer, with more said of it. */
const SCHOOL = (more: string): [string, string] => [
  '          school: { type: string, maxLength: 200, description: School }',
  `          school: { ${more}, type: string, maxLength: 200, description: School }`,
];

it.each<Spoiling>([
  [
    'a name of nobody beside it',
    ...SCHOOL('x-names: pupil'),
    'name-of-nobody',
    'pupil',
    'school says the name of a person in the field pupil, and there is no person of that name beside it.',
    'Name a field beside it with format: cpr.',
  ],
  [
    'a protection that is a text',
    ...SCHOOL('x-protects: pupil'),
    'name-of-wrong-type',
    'pupil',
    'school cannot say whether a person is protected, for it is not true or false.',
    'Write type: boolean',
  ],
  [
    'words for what is no value',
    ...SCHOOL('x-words: { big: { da: stor, en: big } }'),
    'words-of-values',
    '{ big',
    'The words of school are not those of its values: big.',
    'Say each of its values',
  ],
])('a contract is refused with %s, and says where and what to do', (...spoiling) => expectRefused(spoiling));

it('a name beside its person and words for every value are no fault', () => {
  const sound = spoilt(
    '          school: { type: string, maxLength: 200, description: School }',
    `          pupil: { type: string, format: cpr, description: The pupil }
          pupilName: { type: string, maxLength: 200, x-names: pupil, description: The name }
          size:
            type: string
            enum: [big, small]
            x-words: { big: { da: stor, en: big }, small: { da: lille, en: small } }
            description: The size
          school: { type: string, maxLength: 200, description: School }`,
  );
  expect(faultsOf(sound, FILE)).toEqual([]);
});
